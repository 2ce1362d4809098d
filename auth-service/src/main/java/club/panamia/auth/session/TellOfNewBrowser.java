package club.panamia.auth.session;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in which browsers somebody has signed in, and writes to them about one that is new. What a browser calls itself and
 * the prefix of its address make it one; the first of a person is no news.
 */
@ApplicationScoped
class TellOfNewBrowser {

    /** Whom to write to, if anybody: the condition on others sees the rows from before. */
    private static final String REMEMBER = """
            WITH remembered AS (
              INSERT INTO internal.seen_browser AS known (user_id, mark, last_seen_at) VALUES (:user, :mark, :now)
              ON CONFLICT (user_id, mark) DO UPDATE SET last_seen_at = excluded.last_seen_at
              RETURNING xmax = 0 AS is_new)
            SELECT u.email FROM users u, remembered
             WHERE u.id = :user AND is_new AND u.email IS NOT NULL
               AND EXISTS (SELECT FROM internal.seen_browser earlier WHERE earlier.user_id = :user)
               AND coalesce(u.notification_preferences ->> 'newDevice', 'true') = 'true'
            """;

    private static final Duration WORTH_TELLING = Duration.ofDays(3);

    private static final DateTimeFormatter MIAMI_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.US).withZone(ZoneId.of("America/New_York"));

    private final Tokens tokens;
    private final MailOutbox outbox;
    private final Settings settings;

    TellOfNewBrowser(Tokens tokens, MailOutbox outbox, Settings settings) {
        this.tokens = tokens;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** In the transaction that opens the session: no mail about one that did not open. */
    Uni<Void> of(String userId, Browser browser, Instant now) {
        var device = Device.of(browser.userAgent()).label();
        var prefix = Objects.requireNonNullElse(AddressPrefix.of(browser.address()), "");
        var mark = tokens.hash("%s\n%s\n%s".formatted(userId, device, prefix));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMEMBER, String.class)
                        .setParameter("user", userId)
                        .setParameter("mark", mark)
                        .setParameter("now", now)
                        .getSingleResultOrNull())
                .chain(email -> tell(email, letter(device, prefix, now), browser.language(), mark, now));
    }

    private Uni<Void> tell(
            @Nullable String email, Map<String, String> letter, String language, String mark, Instant now) {
        return email == null
                ? Uni.createFrom().voidItem()
                : outbox.post(new Mail(
                        "new-device",
                        email,
                        language,
                        letter,
                        "new-device:" + mark + ":" + now.toEpochMilli(),
                        now.plus(WORTH_TELLING)));
    }

    private Map<String, String> letter(String device, String prefix, Instant now) {
        return Map.of(
                "device", device,
                "prefix", prefix,
                "time", MIAMI_TIME.format(now),
                "host", settings.publicUrl().getHost(),
                "link",
                        UriBuilder.fromUri(settings.publicUrl())
                                .path("/account/security")
                                .build()
                                .toString());
    }
}
