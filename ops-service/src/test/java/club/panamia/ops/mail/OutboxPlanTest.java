package club.panamia.ops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.page.Cursor;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sender looks every second, at a table that keeps a month of mails. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class OutboxPlanTest {

    @Inject
    Pool pool;

    @Test
    void readsAnIndexForEveryQuestion() {
        var sql = TestDatabase.get().sql();
        sql.run("""
                INSERT INTO internal.mail_outbox (created_at, template, recipient, dedupe_key, state, sent_at, expires_at)
                SELECT now() - n * interval '1 minute', 'sign-in', 'a@b.c', n::text,
                       CASE WHEN n % 500 = 0 THEN 'queued' ELSE 'sent' END,
                       CASE WHEN n % 500 <> 0 THEN now() END, now() + interval '1 day'
                  FROM generate_series(1, 5000) n
                """);
        sql.run("ANALYZE internal.mail_outbox");
        var before = Cursor.NEWEST;

        assertThat(plan(Outbox.TAKE, Tuple.of(20)))
                .contains("mail_outbox_due_idx")
                .doesNotContain("Seq Scan");
        assertThat(plan(Outbox.NEWEST_FIRST, Tuple.of(before.time(0), before.text(1), 21)))
                .contains("mail_outbox_list_idx")
                .doesNotContain("Seq Scan");
    }

    private String plan(String sql, Tuple values) {
        var rows = pool.preparedQuery("EXPLAIN " + sql).execute(values).await().atMost(Duration.ofSeconds(20));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}
