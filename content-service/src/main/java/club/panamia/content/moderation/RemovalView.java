package club.panamia.content.moderation;

import club.panamia.content.article.Article;
import club.panamia.content.state.Status;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a moderator has decided about an article. */
@Schema(description = "What was decided about an article")
record RemovalView(
        @Schema(required = true) String slug,
        @Schema(required = true) Status status,
        @Nullable Instant removedAt,
        @Nullable String reason) {

    static RemovalView of(Article article) {
        var publication = article.publication();
        return new RemovalView(article.slug(), article.status(), publication.removedAt(), publication.removalReason());
    }
}
