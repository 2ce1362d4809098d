package club.panamia.social.report;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as moderators see it. */
@Schema(name = "SocialReportInbox", description = "A report that waits for a moderator")
record ReportView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant at,

        @Schema(required = true, description = "actor or post")
        String about,

        @Schema(required = true, description = "Who is reported, or whose post is")
        String actorId,

        @Schema(required = true) String handle,

        @Schema(required = true, description = "good, limited or suspended")
        String standing,

        @Nullable @Schema(description = "The post, while it is there")
        String statusId,

        @Nullable @Schema(description = "What the post said when it was reported, as HTML")
        String wording,

        @Nullable @Schema(description = "Who reported it; absent where they have left, and where another server did")
        String screenname,

        @Nullable @Schema(description = "The actor of another server that reported it, often that server itself")
        String origin,

        @Schema(required = true) String reason,
        @Nullable String note) {

    static ReportView of(Row row) {
        return new ReportView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("about"),
                row.getString("actor_id"),
                row.getString("username") + "@" + row.getString("domain"),
                row.getString("standing"),
                row.getString("status_id"),
                row.getString("wording"),
                row.getString("screenname"),
                row.getString("origin"),
                row.getString("reason"),
                row.getString("note"));
    }

    Cursor position() {
        return Cursor.of(id);
    }
}
