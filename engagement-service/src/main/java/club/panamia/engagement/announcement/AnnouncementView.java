package club.panamia.engagement.announcement;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is, was or would have been announced. */
@Schema(description = "What is, was or would have been announced")
record AnnouncementView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) String text,
        @Schema(required = true) String textInSpanish,
        @Nullable String url,
        @Schema(required = true) Audience audience,
        @Schema(required = true) Instant dueAt,

        @Schema(
                required = true,
                enumeration = {"scheduled", "told", "cancelled"})
        String state,

        @Schema(required = true, description = "How many it has reached")
        int told) {

    /** What a query selects for {@link #of}. */
    static final String COLUMNS =
            "id, created_at, words, words_es, url, language, with_profile, joined_after, joined_before, due_at, state, told";

    static AnnouncementView of(Row row) {
        return new AnnouncementView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("words"),
                row.getString("words_es"),
                row.getString("url"),
                new Audience(
                        row.getString("language"),
                        row.getBoolean("with_profile"),
                        instant(row.getOffsetDateTime("joined_after")),
                        instant(row.getOffsetDateTime("joined_before"))),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getString("state"),
                row.getInteger("told"));
    }

    Cursor position() {
        return Cursor.of(createdAt, id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
