package club.panamia.profile.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which badges somebody holds, and who gave or took the last one when.
 *
 * @param panaVerified the community vouches for this person; it says nothing about their identity
 * @param legalAgeVerified 18 or older
 * @param verifiedOn a time (ISO 8601); what was imported may be a date alone
 */
public record Verification(
        @Nullable Boolean panaVerified,
        @Nullable Boolean legalAgeVerified,
        @Nullable String verifiedOn,
        @Nullable String verifiedBy) {

    static final Verification NONE = new Verification(null, null, null, null);

    public boolean holds(Badge badge) {
        return switch (badge) {
            case PANA_VERIFIED -> Boolean.TRUE.equals(panaVerified);
            case LEGAL_AGE -> Boolean.TRUE.equals(legalAgeVerified);
        };
    }

    Verification with(Badge badge, boolean held, String admin, Instant now) {
        return switch (badge) {
            case PANA_VERIFIED -> new Verification(held, legalAgeVerified, now.toString(), admin);
            case LEGAL_AGE -> new Verification(panaVerified, held, now.toString(), admin);
        };
    }
}
