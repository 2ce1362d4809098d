package club.panamia.social.signature;

import static club.panamia.social.signature.SignatureProblem.WRONG_SIGNATURE;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** When a signature counts: an hour around its making, and no longer than it says itself. */
final class Freshness {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Instant now;

    Freshness(Instant now) {
        this.now = now;
    }

    /** @param date as HTTP writes it (RFC 9110, section 5.6.7) */
    void ofDate(String date) {
        try {
            check(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException e) {
            throw WRONG_SIGNATURE.because("The date cannot be read.");
        }
    }

    /** @param created seconds since 1970 */
    void ofCreated(String created) {
        check(instant(created));
    }

    void ofExpires(@Nullable String expires) {
        if (expires != null && instant(expires).isBefore(now)) {
            throw WRONG_SIGNATURE.because("The signature has expired.");
        }
    }

    private void check(Instant made) {
        if (Duration.between(made, now).abs().compareTo(WINDOW) > 0) {
            throw WRONG_SIGNATURE.because("The signature was not made within the hour.");
        }
    }

    private static Instant instant(String seconds) {
        try {
            return Instant.ofEpochMilli((long) (Double.parseDouble(seconds) * 1000));
        } catch (NumberFormatException e) {
            throw HeaderText.malformed();
        }
    }
}
