package club.panamia.social.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.PageQuery;
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
import java.util.Set;
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
        fill();
        var reader = new Actor(
                sql.one(String.class, "SELECT id FROM users WHERE screenname = 'person-7'"), "person-7", Set.of(), "s");
        var status = sql.one(String.class, "SELECT min(id) FROM social_statuses");
        var page = new PageQuery();
        Map<String, Tuple> questions = new LinkedHashMap<>();
        questions.put(Line.HOME, Line.values(reader, page));
        questions.put(Line.LOCAL, Line.values(reader, page));
        questions.put(Line.TAG, Line.values(reader, page, "#t7"));
        questions.put(Line.PROFILE, Line.values(reader, page, "person-9").addBoolean(false));
        questions.put(Line.MENTIONS, Line.values(reader, page));
        questions.put(Line.RECEIVED, Line.values(reader, page));
        questions.put(Line.SENT, Line.values(reader, page));
        questions.put(Threads.AROUND, Tuple.of(reader.userId(), status));

        for (var question : questions.entrySet()) {
            assertThat(Plan.of(pool, question.getKey(), question.getValue()))
                    .as(question.getKey())
                    .contains("Index")
                    .doesNotContain(
                            "Seq Scan on social_statuses",
                            "Seq Scan on social_actors",
                            "Seq Scan on social_follows",
                            "Seq Scan on social_tags",
                            "Seq Scan on social_recipients",
                            "Seq Scan on users",
                            "Seq Scan on profiles");
        }
    }

    private void fill() {
        sql.run("INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'person-' || n FROM"
                + " generate_series(1, 3000) n");
        sql.run("""
                INSERT INTO profiles (user_id, email, name, status, active, reviewed_at)
                SELECT id, email, 'Person', 'approved', true, now() FROM users
                """);
        sql.run("""
                INSERT INTO social_actors (username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url, public_key)
                SELECT u.screenname, 'localhost', p.id, u.id, 'i', 'o', 'f', 'g', 'k' FROM users u JOIN profiles p ON p.user_id = u.id
                """);
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published)
                SELECT a.id || n, a.id, (ARRAY['public', 'quiet', 'local', 'followers', 'direct'])[n]::social_visibility, 'Hola.',
                       now() - (random() * 10000) * interval '1 minute'
                  FROM social_actors a, generate_series(1, 5) n
                """);
        sql.run("""
                INSERT INTO social_tags (status_id, type, name, published)
                SELECT id, 'Hashtag', '#t' || (random() * 100)::int, published FROM social_statuses
                """);
        sql.run("""
                INSERT INTO social_recipients (status_id, uri, actor_id, field, published)
                SELECT s.id, 'x', a.id, 'to', s.published
                  FROM (SELECT *, row_number() OVER () % 3000 + 1 AS n FROM social_statuses) s
                  JOIN social_actors a ON a.username = 'person-' || s.n
                """);
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT a.id, b.id, 'accepted', now()
                  FROM social_actors a JOIN social_actors b ON b.id <> a.id AND b.username SIMILAR TO 'person-[1-9]'
                """);
        sql.run("VACUUM (ANALYZE) users, profiles, social_actors, social_statuses, social_tags, social_recipients,"
                + " social_follows");
    }
}
