package club.panamia.auth.audit;

import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param actorId who did it; null for the house itself
 * @param subjectId whose account it was done to
 * @param reason in the actor's words; for administrators only
 */
public record SecurityEvent(
        @Nullable String actorId,
        String subjectId,
        SecurityAction action,
        @Nullable String reason) {

    /** Somebody did it to their own account. */
    public static SecurityEvent own(String userId, SecurityAction action) {
        return new SecurityEvent(userId, userId, action, null);
    }
}
