package club.panamia.social.timeline;

import club.panamia.kernel.page.PageQuery;
import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many people and posts there are, no timeline reads a whole table. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class LinePlanTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void readsIndexesOnly() {
        var reader = Crowd.with(sql);
        var status = sql.one(String.class, "SELECT min(id) FROM social_statuses");
        var page = new PageQuery();
        Map<String, Tuple> questions = new LinkedHashMap<>();
        questions.put(Line.HOME, Line.values(reader, page));
        questions.put(Line.LIST, Line.values(reader, page, list(reader.userId())));
        questions.put(Line.LOCAL, Line.values(reader, page));
        questions.put(Line.TAG, Line.values(reader, page, "#t7"));
        questions.put(
                Line.PROFILE, Line.values(reader, page, "person-9@localhost").addBoolean(false));
        questions.put(
                ProfileLine.WITH_BOOSTS,
                Line.values(reader, page, "person-9@localhost").addBoolean(false));
        questions.put(Line.MENTIONS, Line.values(reader, page));
        questions.put(Line.RECEIVED, Line.values(reader, page));
        questions.put(Line.SENT, Line.values(reader, page));
        questions.put(Threads.AROUND, Tuple.of(reader.userId(), status));

        for (var question : questions.entrySet()) {
            Crowd.assertUsesIndexes(Plan.of(pool, question.getKey(), question.getValue()), question.getKey());
        }
        filters();
        for (var question : questions.entrySet()) {
            Crowd.assertUsesIndexes(Plan.of(pool, question.getKey(), question.getValue()), question.getKey());
        }
    }

    /** Of many twenty. */
    private void filters() {
        sql.run(
                "INSERT INTO internal.post_filter (actor_id, phrase, whole_word, contexts, action) SELECT a.id, 'x' || n,"
                        + " true, '{home,lists,public,thread,mentions,profile}', CASE WHEN n < 10 THEN 'hide' ELSE 'warn' END"
                        + " FROM social_actors a, generate_series(1, 20) n WHERE a.profile_id IS NOT NULL"
                        + " AND length(a.username) < 10");
        sql.run("ANALYZE internal.post_filter");
    }

    /** Of fifty. */
    private String list(String owner) {
        var list = sql.one(
                String.class, "INSERT INTO user_lists (owner_id, name) VALUES (?, 'Friends') RETURNING id", owner);
        sql.run("INSERT INTO user_list_members (list_id, user_id) SELECT ?, id FROM users LIMIT 50", list);
        sql.run("ANALYZE user_lists, user_list_members");
        return list;
    }
}
