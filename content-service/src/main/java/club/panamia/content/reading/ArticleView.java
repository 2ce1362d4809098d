package club.panamia.content.reading;

import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** An article as its readers see it: nothing of invitations, of its review or of a removal. */
@Schema(description = "An article to read")
record ArticleView(
        @Schema(required = true) String id,
        @Schema(required = true) String slug,
        @Schema(required = true) String title,

        @Schema(required = true, description = "Markdown") String content,

        @Schema(required = true, description = "The content as HTML that may stand in any page")
        String contentHtml,

        @Nullable String excerpt,
        @Schema(required = true) String articleType,
        @Schema(required = true) String ccLicense,
        @Schema(required = true) String language,
        @Schema(required = true) List<String> tags,
        @Nullable String coverImage,
        @Nullable String coverImageAlt,

        @Schema(required = true, description = "In minutes") int readingTime,

        @Schema(required = true) String status,
        @Nullable Instant publishedAt,

        @Nullable @Schema(description = "Absent when the author is a former member")
        Byline author,

        @Schema(required = true, description = "Who accepted to stand beside the author")
        List<Byline> coAuthors,

        @Nullable @Schema(description = "Who vouched for it")
        Reviewed reviewedBy,

        @Nullable @Schema(description = "What it answers, while that is published")
        Parent inReplyTo,

        @Schema(required = true, description = "By people of other servers; announcements of it have their own")
        int likesCount,

        @Schema(required = true, description = "How often people of other servers have handed it on")
        int boostsCount) {

    /** Who has read it before everybody else, and vouched for it. */
    @Schema(name = "ReviewedBy")
    record Reviewed(
            @Nullable @Schema(description = "Absent where they have left")
            String screenname,

            @Schema(required = true, description = "What they approved")
            String revision) {

        static @Nullable Reviewed of(@Nullable String screenname, @Nullable String revision) {
            return revision == null ? null : new Reviewed(screenname, revision);
        }
    }

    /** The article that this one answers. */
    @Schema(name = "ParentArticle")
    record Parent(
            @Schema(required = true) String slug,
            @Schema(required = true) String title) {

        static @Nullable Parent of(@Nullable String slug, String title) {
            return slug == null ? null : new Parent(slug, title);
        }
    }

    /** Its ETag is what a change by one of its authors must name. */
    static RestResponse<ArticleView> answer(Row row, String html) {
        return ResponseBuilder.ok(of(row, html))
                .tag(String.valueOf(row.getInteger("version")))
                .build();
    }

    /** Of a draft no copy is left with anybody on the way. */
    static RestResponse<ArticleView> shared(Row row, String html) {
        return ResponseBuilder.ok(of(row, html))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    /** For as long as it is there: an author may take the old address again. */
    static RestResponse<ArticleView> movedTo(String slug) {
        return ResponseBuilder.<ArticleView>create(308)
                .location(URI.create("/api/articles/" + slug))
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static ArticleView of(Row row, String html) {
        return new ArticleView(
                row.getString("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("content"),
                html,
                row.getString("excerpt"),
                row.getString("article_type"),
                row.getString("cc_license"),
                row.getString("language"),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("cover_image"),
                row.getString("cover_image_alt"),
                row.getInteger("reading_time"),
                row.getString("status"),
                instant(row.getOffsetDateTime("published_at")),
                Byline.author(row),
                row.getJsonArray("co_authors").stream().map(Byline::of).toList(),
                Reviewed.of(row.getString("reviewer_screenname"), row.getString("approved_revision")),
                Parent.of(row.getString("parent_slug"), row.getString("parent_title")),
                row.getInteger("likes_count"),
                row.getInteger("boosts_count"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
