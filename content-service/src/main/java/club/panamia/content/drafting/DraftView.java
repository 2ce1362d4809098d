package club.panamia.content.drafting;

import club.panamia.content.article.Article;
import club.panamia.content.state.Status;
import club.panamia.content.wording.ArticleType;
import club.panamia.content.wording.License;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What became of a new draft; what its author said is not repeated, but what was made of it. */
@Schema(description = "A new draft")
record DraftView(
        @Schema(required = true) String id,
        @Schema(required = true) String slug,
        @Schema(required = true) String title,
        @Nullable String excerpt,
        @Schema(required = true) ArticleType articleType,
        @Schema(required = true) License ccLicense,
        @Schema(required = true) String language,
        @Schema(required = true) List<String> tags,
        @Schema(required = true) Status status,

        @Schema(required = true, description = "In minutes") int readingTime) {

    static RestResponse<DraftView> created(Article article) {
        return ResponseBuilder.<DraftView>created(URI.create("/api/articles/" + article.slug()))
                .entity(of(article))
                .build();
    }

    private static DraftView of(Article article) {
        var wording = article.wording();
        return new DraftView(
                article.id(),
                article.slug(),
                wording.title(),
                wording.excerpt(),
                wording.articleType(),
                wording.ccLicense(),
                wording.language(),
                wording.tags(),
                article.status(),
                wording.readingTime());
    }
}
