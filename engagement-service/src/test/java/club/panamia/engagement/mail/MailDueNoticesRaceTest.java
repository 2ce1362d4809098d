package club.panamia.engagement.mail;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several processes mail at once, and some of them die. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class MailDueNoticesRaceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    MailPasses passes;

    @Test
    void mailOncePerPersonHoweverManyProcessesLook() {
        waits(seed.person("Ana"), 5);
        waits(seed.person("Ben"), 5);

        Race.of(6, i -> () -> {
            passes.run(4);
            return i;
        });
        passes.run(15);

        assertThat(mailed()).containsExactly("ana@example.org", "ben@example.org");
        assertThat(sql.list(String.class, "SELECT state FROM internal.notification_delivery"))
                .containsOnly("sent")
                .hasSize(10);
    }

    @Test
    void leaveToOthersWhatADeadProcessHadTaken() {
        waits(seed.person("Ana"), 1);
        passes.take(4);

        passes.run(5);
        assertThat(mailed()).isEmpty();
        passes.run(10);

        assertThat(mailed()).containsExactly("ana@example.org");
    }

    private void waits(Person person, int notices) {
        for (var i = 0; i < notices; i++) {
            sql.run("""
                    WITH told AS (
                      INSERT INTO notifications (type, context, target, params) VALUES ('Update', 'system', ?, '{"kind": "admin-revoked"}')
                      RETURNING id, target
                    )
                    INSERT INTO internal.notification_delivery
                           (user_id, notification_id, event_key, category, kind, channel, state, due_at)
                    SELECT target, id, id, 'profile', 'admin-revoked', 'email', 'queued', now() FROM told
                    """, person.id());
        }
    }

    private List<String> mailed() {
        return sql.list(String.class, "SELECT recipient FROM internal.mail_outbox ORDER BY recipient");
    }
}
