package club.panamia.social.poll;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.social.poll.Asking.asked;
import static club.panamia.social.poll.Asking.vote;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Other servers hear how many have voted: now and then, and not of each. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class TellCountsTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    TellNextCount tellNextCount;

    private Person ana;
    private Person ben;

    @BeforeEach
    void aFollowerElsewhere() {
        ana = joined("Ana");
        ben = joined("Ben");
        sql.run("""
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key, fetched_at)
                VALUES ('far', 'far.example', 'https://far.example/far', 'https://far.example/in', 'o', 'f', 'g', 'k', now())
                """);
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT id, ?, 'accepted', now() FROM social_actors WHERE username = 'far'
                """, actorId(ana));
    }

    private int tell() {
        try {
            return VertxContextSupport.subscribeAndAwait(tellNextCount::tell);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private void minutesPass() {
        sql.run("UPDATE internal.poll SET told_at = told_at - interval '5 minutes'");
    }

    private long told() {
        return sql.one(Long.class, "SELECT count(*) FROM internal.outgoing_activity WHERE kind = 'update'");
    }

    @Test
    void onceForAllVotesOfFiveMinutes() {
        var id = asked(ana, "public", false, "Yes", "No");
        minutesPass();
        assertThat(tell()).isZero();
        vote(ben, id, 0).statusCode(200);
        vote(joined("Cleo"), id, 1).statusCode(200);

        assertThat(tell()).isOne();
        vote(joined("Dora"), id, 1).statusCode(200);
        assertThat(tell()).isZero();
        minutesPass();
        assertThat(tell()).isOne();
        minutesPass();
        assertThat(tell()).isZero();

        assertThat(told()).isEqualTo(2);
        assertThat(sql.one(Integer.class, "SELECT told_voters FROM internal.poll"))
                .isEqualTo(3);
    }

    @Test
    void toWhoeverHasVotedToo() {
        var id = asked(ana, "public", false, "Yes", "No");
        sql.run("""
                INSERT INTO social_actors (id, username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key, fetched_at)
                VALUES ('near', 'near', 'near.example', 'https://near.example/near', 'https://near.example/in', 'o', 'f', 'g', 'k', now())
                """);
        sql.run("INSERT INTO internal.ballot (status_id, actor_id, choices) VALUES (?, 'near', '{1}')", id);
        minutesPass();

        assertThat(tell()).isOne();

        assertThat(sql.list(
                        String.class,
                        "SELECT d.inbox_url FROM internal.delivery d JOIN internal.outgoing_activity o"
                                + " ON o.id = d.activity_id AND o.kind = 'update' ORDER BY d.inbox_url"))
                .containsExactly("https://far.example/in", "https://near.example/in");
    }

    @Test
    void notOfWhatIsForThisHouseNorOfOthersPolls() {
        vote(ben, asked(ana, "local", false, "Yes", "No"), 0).statusCode(200);
        vote(ben, asked(ana, "public", false, "Yes", "No"), 0).statusCode(200);
        sql.run(
                "UPDATE internal.poll SET is_remote = true WHERE status_id IN (SELECT id FROM social_statuses WHERE visibility = 'public')");
        minutesPass();

        assertThat(tell()).isZero();
    }

    @Test
    void onceWhereSeveralProcessesDoSo() {
        vote(ben, asked(ana, "public", false, "Yes", "No"), 0).statusCode(200);
        minutesPass();

        var counted =
                Race.of(8, n -> this::tell).stream().mapToInt(many -> many).sum();

        assertThat(counted).isOne();
        assertThat(told()).isOne();
    }
}
