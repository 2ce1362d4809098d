package club.panamia.mentoring.letter;

import org.jspecify.annotations.Nullable;

/**
 * What is read of an event.
 *
 * @param actorId who did it, where somebody did
 */
record News(String sessionId, @Nullable String actorId) {}
