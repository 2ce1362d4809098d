package club.panamia.auth.audit;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that was done to one's own account; which administrator it was, and why, stays in the trail. */
public record SecurityEventView(String id, Instant at, SecurityAction action, By by) {

    /** Who did it. */
    public enum By {
        @JsonProperty("you")
        YOU,
        @JsonProperty("administrator")
        ADMINISTRATOR,
        @JsonProperty("pana")
        PANA;

        static By of(@Nullable String actorId, Actor reader) {
            if (actorId == null) {
                return PANA;
            }
            return actorId.equals(reader.userId()) ? YOU : ADMINISTRATOR;
        }
    }

    static SecurityEventView of(Row row, Actor reader) {
        return new SecurityEventView(
                row.getString("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                SecurityAction.of(row.getString("action")),
                By.of(row.getString("actor_id"), reader));
    }

    Cursor position() {
        return Cursor.of(at, id);
    }
}
