package club.panamia.ops.webhook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that Brevo tells, as far as it matters here.
 *
 * @param messageId of the letter; nothing where it is told of a contact
 * @param seconds when, since 1970 in UTC
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BrevoNews(
        @Nullable String event,
        @Nullable String email,
        @JsonProperty("message-id") @Nullable String messageId,
        @JsonProperty("ts_event") @Nullable Long seconds) {

    private static final Set<String> BOUNCES = Set.of("hard_bounce", "hardBounce", "invalid_email", "invalid");
    private static final Set<String> COMPLAINTS = Set.of("spam", "complaint");
    private static final Set<String> DEPARTURES = Set.of("unsubscribe", "unsubscribed");
    private static final long LATEST = Instant.parse("9999-01-01T00:00:00Z").getEpochSecond();

    /** Whether it says that an address refuses mail, or that its reader has left, and which. */
    boolean concernsAnAddress() {
        return email != null
                && email.length() >= 3
                && email.length() <= 254
                && email.indexOf('\0') < 0
                && (bounced() || complained() || left());
    }

    boolean bounced() {
        return event != null && BOUNCES.contains(event);
    }

    boolean complained() {
        return event != null && COMPLAINTS.contains(event);
    }

    boolean left() {
        return event != null && DEPARTURES.contains(event);
    }

    Instant at() {
        return seconds == null || seconds < 0 || seconds > LATEST ? Instant.EPOCH : Instant.ofEpochSecond(seconds);
    }

    /** What makes it the same when it is told again. */
    String identity() {
        return String.join("\n", "brevo", event, email, String.valueOf(messageId), String.valueOf(seconds));
    }
}
