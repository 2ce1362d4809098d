package club.panamia.social.reaction;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A thousand likes, boosts, follows, answers and deletions by ten people at once, and their opposites: every count is its rows. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class CounterStormTest {

    private static final int PEOPLE = 10;
    private static final int STEPS = 100;

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void leavesEveryCountEqualToItsRows() {
        var people = new ArrayList<Person>();
        for (var n = 0; n < PEOPLE; n++) {
            people.add(joined("pana" + n));
        }
        people.forEach(person -> sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, content, source, published)
                SELECT 'u-' || a.id || n, a.id, 'public', 'Hola', 'Hola', now() FROM social_actors a, generate_series(1, 5) n WHERE a.id = ?
                """, actorId(person)));
        var posts = sql.list(String.class, "SELECT id FROM social_statuses");

        var answers = Race.of(PEOPLE, n -> () -> storm(people, n, posts));

        assertThat(answers.stream().flatMap(List::stream))
                .hasSize(PEOPLE * STEPS)
                .allMatch(status -> List.of(200, 201, 204, 404).contains(status));
        assertThat(sql.list(String.class, """
                SELECT s.id FROM social_statuses s
                 WHERE s.likes_count <> (SELECT count(*) FROM social_likes l WHERE l.status_id = s.id)
                    OR s.announces_count <> (SELECT count(*) FROM internal.boost b WHERE b.status_id = s.id)
                    OR s.replies_count <> (SELECT count(*) FROM social_statuses r WHERE r.in_reply_to_id = s.id)
                """)).isEmpty();
        assertThat(sql.list(String.class, """
                SELECT a.username FROM social_actors a
                 WHERE a.status_count <> (SELECT count(*) FROM social_statuses s WHERE s.actor_id = a.id)
                    OR a.following_count <> (SELECT count(*) FROM social_follows f WHERE f.actor_id = a.id AND f.status = 'accepted')
                    OR a.followers_count <> (SELECT count(*) FROM social_follows f WHERE f.target_actor_id = a.id AND f.status = 'accepted')
                """)).isEmpty();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_likes")).isPositive();
    }

    private static List<Integer> storm(List<Person> people, int number, List<String> posts) {
        var random = new Random(number);
        var me = people.get(number);
        var answers = new ArrayList<Integer>();
        for (var step = 0; step < STEPS; step++) {
            var post = "/api/social/statuses/" + posts.get(random.nextInt(posts.size()));
            // Nobody follows themselves.
            var other = "/api/social/actors/pana" + (number + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE + "/follow";
            answers.add(
                    switch (random.nextInt(10)) {
                        case 0, 1, 2 -> as(me).put(post + "/like").statusCode();
                        case 3 -> as(me).delete(post + "/like").statusCode();
                        case 4 -> as(me).put(post + "/boost").statusCode();
                        case 5 -> as(me).delete(post + "/boost").statusCode();
                        case 6 -> as(me).put(other).statusCode();
                        case 7 -> as(me).delete(other).statusCode();
                        case 8 -> answer(me, post.substring(post.lastIndexOf('/') + 1));
                        default -> as(me).delete(post).statusCode();
                    });
        }
        return answers;
    }

    private static int answer(Person me, String id) {
        return as(me).contentType(ContentType.JSON)
                .body(Map.of("content", "Yes", "inReplyTo", id))
                .post("/api/social/statuses")
                .statusCode();
    }
}
