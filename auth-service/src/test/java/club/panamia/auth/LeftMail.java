package club.panamia.auth;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The mail that waits in the outbox, read as ops-service would. auth-service may not read it; the test's owner role may. */
@ApplicationScoped
public class LeftMail {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sql sql = TestDatabase.get().sql();
    private final Pool pool;
    private final EncryptionKeys keys;

    LeftMail(Pool pool, EncryptionKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    /** In the order in which it was left. */
    public List<OutgoingMail> of(String template) {
        return sql.rows("SELECT * FROM internal.mail_outbox WHERE template = ? ORDER BY id", template).stream()
                .map(this::opened)
                .toList();
    }

    private OutgoingMail opened(Map<String, Object> row) {
        return pool.preparedQuery("""
                        SELECT $1::text AS id, $2::text AS template, $3::text AS recipient, $4::text AS locale,
                               $5::bytea AS params, $6::text AS dedupe_key, 0 AS attempts""")
                .execute(Tuple.from(List.of(
                        row.get("id"),
                        row.get("template"),
                        row.get("recipient"),
                        row.get("locale"),
                        Buffer.buffer((byte[]) row.get("params")),
                        row.get("dedupe_key"))))
                .map(rows -> OutgoingMail.of(rows.iterator().next(), keys))
                .await()
                .atMost(PATIENCE);
    }
}
