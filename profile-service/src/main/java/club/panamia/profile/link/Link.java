package club.panamia.profile.link;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One end of a link, as it is stored in {@code profiles.linked_profiles} of that end.
 *
 * @param profileId the other end
 */
record Link(String profileId, State state, Instant since) {

    /** How far it has come, seen from this end. */
    @Schema(enumeration = {"asked", "received", "accepted"})
    enum State {
        ASKED("asked"),
        RECEIVED("received"),
        ACCEPTED("accepted");

        @JsonValue
        final String label;

        State(String label) {
            this.label = label;
        }
    }
}
