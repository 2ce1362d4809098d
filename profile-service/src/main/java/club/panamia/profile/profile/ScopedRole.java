package club.panamia.profile.profile;

import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_ROLE;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A right beyond a member's for one part of the suite. The session door reads it from the profile under {@code key}. */
@Schema(enumeration = {"mentoring-moderator", "event-organizer", "content-moderator"})
public enum ScopedRole {
    MENTORING_MODERATOR("mentoring-moderator", "mentoringModerator"),
    EVENT_ORGANIZER("event-organizer", "eventOrganizer"),
    CONTENT_MODERATOR("content-moderator", "contentModerator");

    @JsonValue
    public final String label;

    final String key;

    ScopedRole(String label, String key) {
        this.label = label;
        this.key = key;
    }

    public static ScopedRole named(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label.equals(label))
                .findAny()
                .orElseThrow(() -> NO_SUCH_ROLE.because(
                        "The roles are mentoring-moderator, event-organizer and content-moderator."));
    }
}
