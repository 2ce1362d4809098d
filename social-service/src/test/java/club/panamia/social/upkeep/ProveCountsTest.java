package club.panamia.social.upkeep;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.poll.Asking.asked;
import static club.panamia.social.poll.Asking.vote;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts are what their rows are, also where somebody is counting at that very moment. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProveCountsTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @Inject
    ProveCounts proveCounts;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    private boolean prove() {
        try {
            VertxContextSupport.subscribeAndAwait(proveCounts::run);
            return true;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void putsWrongCountsRightAndLeavesRightOnes() {
        var post = said(ana, "Hola", "public");
        answered(ben, "Yes", post);
        follows(ben, ana);
        as(ben).put("/api/social/statuses/" + post + "/like").then().statusCode(204);
        vote(ben, asked(ana, "public", true, "Yes", "No", "Both"), 0, 2).statusCode(200);
        var right = counts();
        prove();
        assertThat(counts()).isEqualTo(right);

        sql.run("UPDATE social_statuses SET likes_count = 7, replies_count = 7, announces_count = 7");
        sql.run("UPDATE social_actors SET followers_count = 7, following_count = 7, status_count = 7");
        sql.run("UPDATE internal.poll SET voters_count = 7, votes = '{7,7,7}'");
        prove();

        assertThat(counts()).isEqualTo(right);
    }

    @Test
    void leavesPollsOfOtherServersAsThoseCountThem() {
        asked(ana, "public", true, "Yes", "No");
        sql.run("UPDATE internal.poll SET is_remote = true, voters_count = 7, votes = '{7,6}'");

        prove();

        assertThat(sql.one(String.class, "SELECT votes::text FROM internal.poll"))
                .isEqualTo("{7,6}");
    }

    @Test
    void countsALikeThatIsGivenMeanwhile() {
        var post = said(ana, "Hola", "public");
        sql.run("UPDATE social_statuses SET likes_count = 7");

        meanwhile("INSERT INTO social_likes (actor_id, status_id) VALUES ('%s', '%s')".formatted(actorId(ben), post));

        assertThat(sql.one(Integer.class, "SELECT likes_count FROM social_statuses"))
                .isOne();
    }

    @Test
    void countsAVoteThatIsGivenMeanwhile() {
        var post = asked(ana, "public", false, "Yes", "No");
        sql.run("UPDATE internal.poll SET voters_count = 7, votes = '{7,7}'");

        meanwhile("INSERT INTO internal.ballot (status_id, actor_id, choices) VALUES ('%s', '%s', '{1}')"
                .formatted(post, actorId(ben)));

        assertThat(sql.one(String.class, "SELECT voters_count || votes::text FROM internal.poll"))
                .isEqualTo("1{0,1}");
    }

    /** Done when the proof waits for it already. */
    private void meanwhile(String deed) {
        assertThat(Race.behind(deed, this::prove)).isTrue();
    }

    @Test
    void losesNothingAmongManyWhoLike() {
        var posts = IntStream.range(0, 5)
                .mapToObj(n -> said(ana, "Post " + n, "public"))
                .toList();
        var people = IntStream.range(0, 6).mapToObj(n -> joined("pana" + n)).toList();
        sql.run("UPDATE social_statuses SET likes_count = 7");

        var done = Race.of(8, n -> () -> n < 2 ? prove() : like(people.get(n - 2), posts));

        assertThat(done).containsOnly(true);
        assertThat(sql.list(Integer.class, "SELECT likes_count FROM social_statuses"))
                .containsOnly(6);
    }

    private static boolean like(Person person, List<String> posts) {
        return posts.stream()
                .allMatch(post ->
                        as(person).put("/api/social/statuses/" + post + "/like").statusCode() == 204);
    }

    private List<String> counts() {
        return sql.list(String.class, """
                SELECT concat_ws(' ', id, likes_count, replies_count, announces_count) AS c FROM social_statuses
                UNION ALL
                SELECT concat_ws(' ', id, followers_count, following_count, status_count) FROM social_actors
                UNION ALL
                SELECT concat_ws(' ', status_id, voters_count, votes) FROM internal.poll ORDER BY c
                """);
    }
}
