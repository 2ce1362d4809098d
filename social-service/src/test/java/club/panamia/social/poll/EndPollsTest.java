package club.panamia.social.poll;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.social.poll.Asking.asked;
import static club.panamia.social.poll.Asking.timePasses;
import static club.panamia.social.poll.Asking.vote;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Fediverse;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a poll is over its author and those who voted hear of it, once. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class EndPollsTest {

    private static final String TOLD = """
            SELECT payload ->> 'statusId' || ' ' || (payload -> 'userIds')::text FROM internal.event
             WHERE type = 'social.poll.ended' ORDER BY created_at, id
            """;

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EndNextPoll endNextPoll;

    private Person ana;
    private Person ben;
    private String post;

    @BeforeEach
    void aPollInWhichSomebodyVoted() {
        ana = joined("Ana");
        ben = joined("Ben");
        joined("Cleo");
        post = asked(ana, "public", false, "Yes", "No");
        vote(ben, post, 0).statusCode(200);
    }

    private int end() {
        try {
            return VertxContextSupport.subscribeAndAwait(endNextPoll::end);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tellsItsAuthorAndThoseWhoVoted() {
        assertThat(end()).isZero();
        timePasses();

        assertThat(end()).isOne();

        assertThat(sql.list(String.class, TOLD))
                .containsExactly("%s [\"%s\", \"%s\"]".formatted(post, ana.id(), ben.id()));
        assertThat(end()).isZero();
        assertThat(sql.one(Boolean.class, "SELECT closed_at IS NOT NULL FROM internal.poll"))
                .isTrue();
    }

    @Test
    void endsEachOnceWhereSeveralProcessesDoSo() {
        for (var n = 0; n < 3; n++) {
            asked(ana, "public", false, "Yes", "No");
        }
        timePasses();

        var ended = Race.of(8, n -> this::end).stream().mapToInt(many -> many).sum();
        while (end() > 0) {
            ended++;
        }

        assertThat(ended).isEqualTo(4);
        assertThat(sql.list(String.class, TOLD)).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void tellsOtherServersWhoHaveThePostThatItIsOver() {
        sql.run("""
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key, fetched_at)
                VALUES ('far', 'far.example', 'https://far.example/far', 'https://far.example/in', 'o', 'f', 'g', 'k', now())
                """);
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT id, ?, 'accepted', now() FROM social_actors WHERE username = 'far'
                """, actorId(ana));
        timePasses();

        end();

        assertThat(sql.list(String.class, "SELECT kind FROM internal.outgoing_activity WHERE status_id = ?", post))
                .isEqualTo(List.of("update"));
    }

    @Test
    void tellsThoseOfHereWhoVotedElsewhere() {
        Fediverse.stranger("far");
        sql.run(
                "UPDATE social_statuses SET is_remote = true, actor_id = (SELECT id FROM social_actors WHERE username = 'far')");
        sql.run("UPDATE internal.poll SET is_remote = true");
        timePasses();

        assertThat(end()).isOne();

        assertThat(sql.list(String.class, TOLD)).containsExactly("%s [\"%s\"]".formatted(post, ben.id()));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.outgoing_activity"))
                .isZero();
    }
}
