package club.panamia.social.inbox;

import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Much that has come in while nobody looked. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class BacklogTest {

    private static final int MANY = 1000;

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    InboxOfTests inbox;

    @Inject
    Inbox waiting;

    private void likes(int actors) {
        joined("Ana");
        sql.run("""
                INSERT INTO internal.inbox_activity (uri, actor_uri, body)
                SELECT a || '/likes/' || n, a,
                       jsonb_build_object('id', a || '/likes/' || n, 'type', 'Like', 'actor', a, 'object', 'http://localhost:8080/x')
                  FROM (SELECT n, 'https://peer.example/' || n % ? AS a FROM generate_series(1, ?) AS n) AS v""", actors, MANY);
    }

    @Test
    void ofOneActorIsWorkedThroughInItsOrder() {
        likes(1);

        inbox.drain();

        assertThat(sql.list(String.class, "SELECT DISTINCT state FROM internal.inbox_activity"))
                .containsExactly("done");
        assertThat(sql.list(String.class, "SELECT uri FROM internal.inbox_activity ORDER BY updated_at"))
                .isEqualTo(sql.list(String.class, "SELECT uri FROM internal.inbox_activity ORDER BY id"));
    }

    @Test
    void isTakenInPortionsHoweverMuchThereIs() {
        likes(3);

        var taken = take(32);
        var next = take(2000);

        assertThat(taken).hasSize(32).allMatch(activity -> activity.body() != null);
        assertThat(next).hasSize(MANY - 32).allMatch(activity -> activity.body() == null);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.inbox_activity WHERE due_at <= now()"))
                .isZero();
    }

    private List<Inbox.Waiting> take(int most) {
        return waiting.take(most).await().atMost(Duration.ofSeconds(30));
    }
}
