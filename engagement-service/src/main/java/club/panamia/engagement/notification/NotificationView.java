package club.panamia.engagement.notification;

import club.panamia.engagement.notice.NoticeText;
import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that one person is told. */
@Schema(description = "Something that I am told")
public record NotificationView(
        @Schema(required = true) String id,

        @JsonProperty("_id") @Schema(required = true, description = "The same, for clients that know it by this name")
        String sameId,

        @Schema(required = true) Instant createdAt,

        @Schema(
                required = true,
                enumeration = {
                    "Invite",
                    "Accept",
                    "Reject",
                    "Create",
                    "Update",
                    "Delete",
                    "Announce",
                    "Like",
                    "Follow",
                    "Undo"
                })
        String type,

        @Schema(
                required = true,
                enumeration = {
                    "coauthor",
                    "review",
                    "article",
                    "mentoring",
                    "mention",
                    "follow",
                    "message",
                    "system",
                    "event"
                })
        String context,

        @Nullable @Schema(description = "Who did it; absent for the house itself and for somebody who is gone")
        PersonView actor,

        @Nullable @Schema(enumeration = {"article", "profile", "session", "comment", "event", "venue"})
        String objectType,

        @Nullable @Schema(description = "The object's id") String object,

        @Nullable String objectTitle,

        @Nullable @Schema(description = "A path") String objectUrl,

        @Nullable @Schema(description = "What a person said with it")
        String message,

        @Schema(
                required = true,
                description = "What it says, in the language that the browser asks for: English or Spanish")
        String displayMessage,

        @Schema(required = true) boolean read,
        @Nullable Instant readAt,
        @Nullable Instant archivedAt,
        @Nullable Instant expiresAt) {

    /** What a query selects of {@code notifications n} for {@link #of}, beside {@link PersonView#COLUMNS}. */
    public static final String COLUMNS = """
            n.id, n.created_at, CAST(n.type AS text) AS type, CAST(n.context AS text) AS context,
            CAST(n.object_type AS text) AS object_type, n.object, n.object_title, n.object_url, n.message, n.read, n.read_at,
            n.archived_at, n.expires_at, n.params ->> 'kind' AS kind, n.params ->> 'minutes' AS minutes,
            n.params ->> 'messageInSpanish' AS message_es""";

    /** Written in this language. */
    public static NotificationView of(Row row, Locale language) {
        return new NotificationView(
                row.getString("id"),
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("type"),
                row.getString("context"),
                PersonView.of(row),
                row.getString("object_type"),
                row.getString("object"),
                row.getString("object_title"),
                row.getString("object_url"),
                row.getString("message"),
                displayMessage(row, language, 0),
                row.getBoolean("read"),
                instant(row, "read_at"),
                instant(row, "archived_at"),
                instant(row, "expires_at"));
    }

    /** What it says of its actor and {@code others} beside them. */
    public static String displayMessage(Row row, Locale language, long others) {
        var text = NoticeText.in(language);
        var places = new HashMap<String, String>();
        places.computeIfAbsent("actor", ignored -> text.people(name(row), others));
        places.computeIfAbsent("object", ignored -> row.getString("object_title"));
        places.computeIfAbsent("message", ignored -> message(row, language));
        places.computeIfAbsent("minutes", ignored -> row.getString("minutes"));
        return text.of(row.getString("kind"), row.getString("type"), row.getString("context"), others > 0, places);
    }

    private static @Nullable String message(Row row, Locale language) {
        var spanish = "es".equals(language.getLanguage()) ? row.getString("message_es") : null;
        return spanish == null ? row.getString("message") : spanish;
    }

    private static @Nullable String name(Row row) {
        var screenname = row.getString("person_screenname");
        return screenname == null ? row.getString("person_name") : screenname;
    }

    /** Where it stands in the list. */
    public Cursor position() {
        return Cursor.of(createdAt, id);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
