package club.panamia.content.manuscript;

import club.panamia.content.article.Article;
import club.panamia.content.article.CoAuthor;
import club.panamia.content.state.Action;
import club.panamia.content.state.Part;
import club.panamia.content.state.Status;
import club.panamia.content.wording.ArticleType;
import club.panamia.content.wording.License;
import club.panamia.kernel.identity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** An article as one of those sees it who have a part in it, with what this person may do next. */
@Schema(description = "An article as those see it who have a part in it")
public record ManuscriptView(
        @Schema(required = true) String id,
        @Schema(required = true) String slug,

        @Schema(
                required = true,
                description = "Names what a reviewer vouches for; changes with title, content, type and cover")
        String revision,

        @Schema(required = true) String title,

        @Schema(required = true, description = "Markdown") String content,

        @Nullable String excerpt,
        @Schema(required = true) ArticleType articleType,
        @Schema(required = true) License ccLicense,
        @Schema(required = true) String language,
        @Schema(required = true) List<String> tags,
        @Nullable String coverImage,
        @Nullable String coverImageAlt,

        @Schema(required = true, description = "In minutes") int readingTime,

        @Nullable @Schema(description = "The id of the article that it answers")
        String inReplyTo,

        @Schema(required = true) Status status,
        @Nullable Instant publishedAt,

        @Nullable @Schema(description = "When it goes out by itself")
        Instant publishAt,

        @Nullable @Schema(description = "The time zone in which that was chosen")
        String publishZone,

        @Nullable Instant removedAt,
        @Nullable String removalReason,

        @Nullable @Schema(description = "The author's screenname")
        String author,

        @Schema(required = true) Part part,

        @Schema(required = true, description = "What you can do with it now")
        List<Action> allowed,

        @Schema(required = true) List<CoAuthorView> coAuthors,

        @Nullable @Schema(description = "For its authors and its reviewer")
        ReviewView review) {

    static ManuscriptView of(Article article, Actor reader, Names names) {
        var wording = article.wording();
        var publication = article.publication();
        var part = article.partOf(reader);
        return new ManuscriptView(
                article.id(),
                article.slug(),
                wording.revision(),
                wording.title(),
                wording.content(),
                wording.excerpt(),
                wording.articleType(),
                wording.ccLicense(),
                wording.language(),
                wording.tags(),
                wording.coverImage(),
                wording.coverImageAlt(),
                wording.readingTime(),
                wording.inReplyTo(),
                article.status(),
                publication.publishedAt(),
                publication.publishAt(),
                publication.publishZone(),
                publication.removedAt(),
                part.writes() || part == Part.MODERATOR ? publication.removalReason() : null,
                names.of(article.authorId()),
                part,
                Action.allowed(part, article.status()),
                coAuthors(article, reader, part, names),
                review(article, part, names));
    }

    /** Who declined is the author's business alone. */
    private static List<CoAuthorView> coAuthors(Article article, Actor reader, Part part, Names names) {
        return article.coAuthorEntries().stream()
                .filter(entry -> part == Part.AUTHOR
                        || entry.status() != CoAuthor.Answer.DECLINED
                        || Objects.equals(entry.userId(), reader.userId()))
                .map(entry -> CoAuthorView.of(entry, names, part == Part.AUTHOR, reader.userId()))
                .toList();
    }

    private static @Nullable ReviewView review(Article article, Part part, Names names) {
        var review = article.review();
        return review == null || !part.writes() && part != Part.REVIEWER ? null : ReviewView.of(review, names);
    }

    static RestResponse<ManuscriptView> answer(Article article, Actor reader, Names names) {
        return ResponseBuilder.ok(of(article, reader, names))
                .tag(String.valueOf(article.version()))
                .build();
    }
}
