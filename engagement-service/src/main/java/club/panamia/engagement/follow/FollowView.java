package club.panamia.engagement.follow;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.page.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody whom I follow, or who follows me.
 *
 * @param followId only for the cursor
 */
@Schema(description = "Somebody whom I follow, or who follows me")
record FollowView(
        @JsonIgnore String followId,
        @Schema(required = true) PersonView person,
        @Schema(required = true) Instant followedAt) {

    static FollowView of(Row row) {
        return new FollowView(
                row.getString("follow_id"),
                Objects.requireNonNull(PersonView.of(row)),
                row.getOffsetDateTime("created_at").toInstant());
    }

    Cursor position() {
        return Cursor.of(followedAt, followId);
    }
}
