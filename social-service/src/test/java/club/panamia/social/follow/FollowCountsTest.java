package club.panamia.social.follow;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts are kept by the table itself, whatever one statement does to however many follows. */
@ExtendWith(EmptyTables.class)
class FollowCountsTest {

    private static final String ALL_FOLLOW_TWO = """
            INSERT INTO social_follows (actor_id, target_actor_id, accepted_at, status)
            SELECT a.id, t.id, now(), (ARRAY['accepted', 'pending', 'rejected'])[substr(a.username, 2)::int % 3 + 1]::social_follow_status
              FROM social_actors a JOIN social_actors t ON t.username IN ('p1', 'p2') AND t.id <> a.id
            """;

    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void people() {
        sql.run("""
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key, fetched_at)
                SELECT 'p' || n, 'elsewhere.example', 'https://elsewhere.example/' || n, 'i', 'o', 'f', 'g', 'k', now()
                  FROM generate_series(1, 300) n
                """);
    }

    @Test
    void areThoseOfAllThatAreAccepted() {
        sql.run(ALL_FOLLOW_TWO);

        assertThat(followersOf("p1")).isEqualTo(100);
        assertExact();
    }

    @Test
    void followWhatBecomesOfEach() {
        sql.run(ALL_FOLLOW_TWO);

        sql.run("""
                UPDATE social_follows
                   SET status = CASE status WHEN 'accepted' THEN 'rejected' WHEN 'pending' THEN 'accepted' ELSE status END::social_follow_status
                """);

        assertThat(followersOf("p2")).isEqualTo(100);
        assertExact();
        sql.run("UPDATE social_follows SET uri = 'https://elsewhere.example/follows/' || id");
        assertExact();
    }

    @Test
    void areNoneWhenAllHaveEnded() {
        sql.run(ALL_FOLLOW_TWO);

        sql.run("DELETE FROM social_follows");

        assertThat(sql.list(Integer.class, "SELECT following_count + followers_count FROM social_actors"))
                .containsOnly(0);
    }

    @Test
    void loseThoseOfWhoeverIsGone() {
        sql.run(ALL_FOLLOW_TWO);

        sql.run("DELETE FROM social_actors WHERE username IN ('p1', 'p3', 'p4')");

        assertThat(followersOf("p2")).isEqualTo(99);
        assertExact();
    }

    @Test
    void countAWishThatIsMadeAgainOnce() {
        sql.run(ALL_FOLLOW_TWO);

        sql.run(ALL_FOLLOW_TWO + " ON CONFLICT (actor_id, target_actor_id) DO UPDATE SET status = 'accepted'");

        assertThat(followersOf("p1")).isEqualTo(299);
        assertExact();
    }

    @Test
    void areExactWhenManyComeAndGoAtOnce() {
        var statements = List.of(
                "DELETE FROM social_follows WHERE status = 'accepted'",
                ALL_FOLLOW_TWO + " ON CONFLICT (actor_id, target_actor_id) DO NOTHING");

        Race.of(6, n -> () -> sql.run(statements.get(n % 2)));

        assertExact();
    }

    private int followersOf(String username) {
        return sql.one(Integer.class, "SELECT followers_count FROM social_actors WHERE username = ?", username);
    }

    private void assertExact() {
        assertThat(sql.list(String.class, """
                SELECT a.username FROM social_actors a
                 WHERE a.following_count <> (SELECT count(*) FROM social_follows f WHERE f.actor_id = a.id AND f.status = 'accepted')
                    OR a.followers_count <> (SELECT count(*) FROM social_follows f WHERE f.target_actor_id = a.id AND f.status = 'accepted')
                """)).isEmpty();
    }
}
