package club.panamia.mentoring.waiting;

import club.panamia.mentoring.slot.Stretch;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Somebody's place in the line before a mentor. */
record Place(String id, String mentorId, String mentor, String personId, int duration, Instant from, Instant until) {

    static Place of(JsonObject row) {
        return new Place(
                row.getString("id"),
                row.getString("mentor_id"),
                row.getString("mentor"),
                row.getString("person_id"),
                row.getInteger("duration"),
                row.getInstant("wanted_from"),
                row.getInstant("wanted_until"));
    }

    /** What must be known of the mentor's time. */
    Stretch outlook() {
        return new Stretch(from, until);
    }
}
