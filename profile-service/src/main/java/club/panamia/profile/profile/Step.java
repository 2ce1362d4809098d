package club.panamia.profile.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a profile.
 *
 * @param subject the badge, the role, or the person to whom it went or from whom it was taken
 */
public record Step(
        Kind kind, @Nullable String subject, @Nullable String reason) {

    static Step of(Kind kind) {
        return new Step(kind, null, null);
    }

    static Step because(Kind kind, String reason) {
        return new Step(kind, null, reason);
    }

    static Step about(Kind kind, String subject) {
        return new Step(kind, subject, null);
    }

    /** As the history names it. */
    @Schema(
            enumeration = {
                "submitted",
                "approved",
                "declined",
                "suspended",
                "restored",
                "claimed",
                "assigned",
                "released",
                "hidden",
                "shown",
                "badge_granted",
                "badge_revoked",
                "role_granted",
                "role_revoked"
            })
    public enum Kind {
        SUBMITTED("submitted"),
        APPROVED("approved"),
        DECLINED("declined"),
        SUSPENDED("suspended"),
        RESTORED("restored"),
        CLAIMED("claimed"),
        ASSIGNED("assigned"),
        RELEASED("released"),
        HIDDEN("hidden"),
        SHOWN("shown"),
        BADGE_GRANTED("badge_granted"),
        BADGE_REVOKED("badge_revoked"),
        ROLE_GRANTED("role_granted"),
        ROLE_REVOKED("role_revoked");

        @JsonValue
        public final String label;

        Kind(String label) {
            this.label = label;
        }
    }
}
