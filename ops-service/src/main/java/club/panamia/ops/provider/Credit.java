package club.panamia.ops.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a provider still takes before somebody pays for more.
 *
 * @param letters nothing where it did not tell
 * @param refusal why it did not
 */
public record Credit(
        String provider, @Nullable Long letters, @Nullable String refusal) {

    static Credit of(String provider, long letters) {
        return new Credit(provider, letters, null);
    }

    static Credit untold(String provider, Throwable failure) {
        return new Credit(provider, null, String.valueOf(failure.getMessage()));
    }
}
