package club.panamia.ops.newsletter;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.secret.EncryptionKeys;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What was left in the outbox, opened. */
@Singleton
public class Letterbox {

    private static final String NEWEST = """
            SELECT id, template, recipient, locale, params, dedupe_key, attempts
              FROM internal.mail_outbox WHERE template = $1 ORDER BY created_at DESC, id DESC LIMIT 1
            """;

    private final Pool pool;
    private final EncryptionKeys keys;

    Letterbox(Pool pool, EncryptionKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    public OutgoingMail newest(String template) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(template))
                .map(rows -> OutgoingMail.of(rows.iterator().next(), keys))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    /** The token in the newest one's link. */
    public String token(String template) {
        var link = newest(template).params().get("link");
        return link.substring(link.indexOf("token=") + 6);
    }
}
