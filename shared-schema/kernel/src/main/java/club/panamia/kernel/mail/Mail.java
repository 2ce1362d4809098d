package club.panamia.kernel.mail;

import java.time.Instant;
import java.util.Map;

/**
 * A mail to be sent once.
 *
 * @param template kebab-case name of a template of ops-service, such as {@code magic-link}
 * @param locale a BCP 47 language tag, such as {@code es}
 * @param params what the template is filled with; kept encrypted, wiped when the mail has left
 * @param dedupeKey the same key is the same mail, whoever posts it and however often
 * @param expiresAt from then on it is not worth sending
 */
public record Mail(
        String template,
        String recipient,
        String locale,
        Map<String, String> params,
        String dedupeKey,
        Instant expiresAt) {}
