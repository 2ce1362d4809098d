package club.panamia.social.rule;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule as moderators see it. */
@Schema(name = "DecidedServerRule", description = "What is decided on a server")
record ServerRuleView(
        @Schema(required = true, description = "A domain, or * for all that no other rule is about")
        String domain,

        @Schema(required = true, description = "noop, silence or suspend")
        String severity,

        @Schema(required = true) boolean rejectMedia,
        @Nullable String reason,
        @Schema(required = true) Instant since) {

    static ServerRuleView of(Row row) {
        return new ServerRuleView(
                row.getString("domain"),
                row.getString("severity"),
                row.getBoolean("reject_media"),
                row.getString("reason"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    Cursor position() {
        return Cursor.of(domain);
    }
}
