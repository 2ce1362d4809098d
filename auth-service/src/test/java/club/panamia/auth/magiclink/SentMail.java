package club.panamia.auth.magiclink;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The mail that waits in the outbox, as its recipient will read it. auth-service may not read it; the tests' owner role may. */
@ApplicationScoped
class SentMail {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sql owner = TestDatabase.get().sql();
    private final Pool pool;
    private final EncryptionKeys keys;

    SentMail(Pool pool, EncryptionKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    Mailed newest() {
        var row = owner.rows("SELECT params, dedupe_key, locale FROM internal.mail_outbox ORDER BY id DESC LIMIT 1")
                .getFirst();
        var params = pool.preparedQuery("""
                        SELECT 'x' AS id, 'sign-in' AS template, 'x' AS recipient, 'en' AS locale, $1::bytea AS params,
                               $2::text AS dedupe_key, 0 AS attempts""")
                .execute(Tuple.of(Buffer.buffer((byte[]) row.get("params")), row.get("dedupe_key")))
                .map(rows -> OutgoingMail.of(rows.iterator().next(), keys).params())
                .await()
                .atMost(PATIENCE);
        var link = params.get("link");
        return new Mailed(
                link,
                link.substring(link.indexOf("token=") + 6),
                params.get("code"),
                String.valueOf(row.get("locale")));
    }
}
