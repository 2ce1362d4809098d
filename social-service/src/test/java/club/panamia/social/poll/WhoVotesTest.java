package club.panamia.social.poll;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.poll.Asking.asked;
import static club.panamia.social.poll.Asking.poll;
import static club.panamia.social.poll.Asking.vote;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of voter × every visibility: who sees a poll votes in it, and nobody else. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class WhoVotesTest {

    private static final List<String> MEMBERS = List.of("public", "quiet", "local");
    private static final List<String> FOLLOWERS = List.of("public", "quiet", "local", "followers");

    private final Sql sql = TestDatabase.get().sql();
    private final Map<String, String> posts = new LinkedHashMap<>();
    private final Map<Person, List<String>> mayVote = new LinkedHashMap<>();
    private Person ana;

    @BeforeEach
    void pollsAndVoters() {
        ana = joined("Ana");
        var follower = joined("Flor");
        var recipient = joined("Rita");
        var blocked = joined("Bruno");
        follows(follower, ana);
        FOLLOWERS.forEach(visibility -> posts.put(visibility, asked(ana, visibility, false, "Yes", "No")));
        var direct = draft("What?", "direct");
        direct.put("recipientActorIds", List.of(actorId(recipient)));
        direct.put("poll", poll(false, "Yes", "No"));
        posts.put(
                "direct", post(ana, direct).statusCode(201).extract().jsonPath().getString("id"));
        blocks(ana, blocked);
        mayVote.put(joined("Stella"), MEMBERS);
        mayVote.put(follower, FOLLOWERS);
        mayVote.put(recipient, List.of("public", "quiet", "local", "direct"));
        mayVote.put(blocked, List.of());
    }

    @Test
    void seesAndNobodyElse() {
        mayVote.forEach(this::decides);
    }

    @Test
    void followsWhereTheAuthorIsLimited() {
        sql.run("UPDATE social_actors SET standing = 'limited' WHERE id = ?", actorId(ana));

        mayVote.forEach((voter, posts) -> decides(voter, voter.screenname().equals("Flor") ? posts : List.of()));
    }

    @Test
    void isNobodyWhereTheAuthorMayNotBeSeen() {
        sql.run("UPDATE profiles SET active = false WHERE user_id = ?", ana.id());

        mayVote.keySet().forEach(voter -> decides(voter, List.of()));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.ballot")).isZero();
    }

    private void decides(Person voter, List<String> allowed) {
        posts.forEach((visibility, id) -> {
            var sees = allowed.contains(visibility);
            assertThat(as(voter).get("/api/social/statuses/" + id).statusCode())
                    .as("%s reads what is %s", voter.screenname(), visibility)
                    .isEqualTo(sees ? 200 : 404);
            assertThat(vote(voter, id, 0).extract().statusCode())
                    .as("%s votes in what is %s", voter.screenname(), visibility)
                    .isEqualTo(sees ? 200 : 404);
        });
    }
}
