package club.panamia.engagement.notification;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read all the time is read by an index. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class InboxPlanTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @ParameterizedTest
    @EnumSource
    void readsAnIndex(NotificationState state) {
        var someone = seedNotifications();
        var values = Inbox.values(someone, new NotificationQuery());

        assertThat(Plan.of(pool, Inbox.page(state), values)).doesNotContain("Seq Scan on notifications");
        assertThat(Plan.forAnyValues(pool, Inbox.page(state), values)).doesNotContain("Seq Scan on notifications");
    }

    @Test
    void readsTheNumberFromOneRow() {
        var someone = seedNotifications();
        sql.run("INSERT INTO users (email) SELECT 'q' || n || '@example.org' FROM generate_series(1, 5000) n");
        sql.run("INSERT INTO internal.unread_count (user_id) SELECT id FROM users ON CONFLICT DO NOTHING");
        sql.run("ANALYZE internal.unread_count");

        assertThat(Plan.of(pool, Inbox.UNREAD, Tuple.of(someone)))
                .contains("unread_count_pkey")
                .containsPattern("notifications_(unread_expiry|expires_at)_idx")
                .doesNotContain("Seq Scan");
    }

    /** Five thousand to a hundred people, one in twenty unread; returns one of them. */
    private String seedNotifications() {
        sql.run(
                "INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM generate_series(0, 99) n");
        sql.run("""
                INSERT INTO notifications (type, context, actor, target, created_at, read)
                SELECT 'Follow', 'follow', a.id, b.id, timestamptz '2026-01-01' + n * interval '1 minute', n % 20 <> 7
                  FROM generate_series(1, 5000) n
                  JOIN users a ON a.screenname = 'person-' || (n + 1 + n % 97) % 100
                  JOIN users b ON b.screenname = 'person-' || n % 100
                """);
        Told.count();
        sql.run("ANALYZE internal.unread_count");
        sql.run("ANALYZE notifications");
        sql.run("ANALYZE users");
        return sql.one(String.class, "SELECT id FROM users WHERE screenname = 'person-7'");
    }
}
