package club.panamia.mentoring.letter;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The mail that waits in the outbox, opened as ops-service would. */
@ApplicationScoped
public class LeftMail {

    /** A mail without what is written around its parameters. */
    public record Letter(String template, String locale, JsonObject params) {

        public String invitation() {
            return params.getString("invitation");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sql sql = TestDatabase.get().sql();
    private final EncryptionKeys keys;
    private final EventPump pump;

    LeftMail(EncryptionKeys keys, EventPump pump) {
        this.keys = keys;
        this.pump = pump;
    }

    /** All that this person gets once everything is handled that has happened, in the order in which it was left. */
    public List<Letter> to(Person person) {
        pump.drain().await().atMost(PATIENCE);
        return sql.rows("SELECT * FROM internal.mail_outbox WHERE recipient = ? ORDER BY id", person.email()).stream()
                .map(this::opened)
                .toList();
    }

    public List<String> kindsTo(Person person) {
        return to(person).stream().map(Letter::template).toList();
    }

    private Letter opened(Map<String, Object> row) {
        var params = keys.decrypt((byte[]) row.get("params"), "mail-outbox:" + row.get("dedupe_key"));
        return new Letter(
                (String) row.get("template"), (String) row.get("locale"), new JsonObject(Buffer.buffer(params)));
    }
}
