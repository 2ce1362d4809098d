package club.panamia.ops.mail;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.testing.database.TestDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Leaves mails in the outbox as services do, and looks at the rows. */
@Singleton
class Posted {

    static final Map<String, String> LINK = Map.of(
            "link", "https://pana.example/login/confirm?token=abc&email=ana%40example.org", "host", "pana.example");

    private final MailOutbox outbox;

    Posted(MailOutbox outbox) {
        this.outbox = outbox;
    }

    /** Returns the row's id. */
    String signIn() {
        return mail("sign-in", "en", LINK);
    }

    String mail(String template, String locale, Map<String, String> params) {
        return mail(template, locale, params, Duration.ofHours(24));
    }

    String mail(String template, String locale, Map<String, String> params, Duration life) {
        var key = UUID.randomUUID().toString();
        var mail = new Mail(
                template, "ana@example.org", locale, params, key, Instant.now().plus(life));
        try {
            VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> outbox.post(mail)));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return TestDatabase.get()
                .sql()
                .one(String.class, "SELECT id FROM internal.mail_outbox WHERE dedupe_key = ?", key);
    }

    static String state(String id) {
        return field(String.class, "state", id);
    }

    static <T> T field(Class<T> type, String expression, String id) {
        return TestDatabase.get()
                .sql()
                .one(type, "SELECT " + expression + " FROM internal.mail_outbox WHERE id = ?", id);
    }

    static void makeDue(String id) {
        TestDatabase.get().sql().run("UPDATE internal.mail_outbox SET next_attempt_at = now() WHERE id = ?", id);
    }
}
