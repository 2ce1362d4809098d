package club.panamia.social.poll;

import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.poll.Asking.asked;
import static club.panamia.social.poll.Asking.read;
import static club.panamia.social.poll.Asking.timePasses;
import static club.panamia.social.poll.Asking.vote;
import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody votes once, and sees what others chose when they have, or when it is over. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class VoteResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;
    private Person cleo;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
        cleo = joined("Cleo");
    }

    @Test
    void countsAVoteAndShowsItToWhomItMayBeShown() {
        var id = asked(ana, "public", false, "Yes", "No");

        vote(ben, id, 1)
                .statusCode(200)
                .body("voted", is(true))
                .body("votersCount", is(1))
                .body("options.votes", contains(0, 1))
                .body("options.chosen", contains(false, true));

        read(ana, id).body("poll.options.votes", contains(0, 1)).body("poll.voted", is(false));
        read(ben, id).body("poll.options.votes", contains(0, 1));
        read(cleo, id).body("poll.votersCount", is(1)).body("poll.options[1].votes", nullValue());
        anonymous().get("/api/social/statuses/" + id).then().body("poll.options[1].votes", nullValue());
        timePasses();
        read(cleo, id).body("poll.ended", is(true)).body("poll.options.votes", contains(0, 1));
        anonymous().get("/api/social/statuses/" + id).then().body("poll.options.votes", contains(0, 1));
    }

    @Test
    void countsEveryAnswerWhereSeveralMayBeChosen() {
        var id = asked(ana, "public", true, "Arepas", "Tacos", "Soup");

        vote(ben, id, 2, 0).statusCode(200);
        vote(cleo, id, 0).statusCode(200).body("votersCount", is(2)).body("options.votes", contains(2, 0, 1));
    }

    @Test
    void takesTheSameAgainAndNothingElse() {
        var id = asked(ana, "public", true, "Arepas", "Tacos", "Soup");
        vote(ben, id, 0, 2).statusCode(200);

        vote(ben, id, 2, 0).statusCode(200).body("options.votes", contains(1, 0, 1));
        vote(ben, id, 1).statusCode(409).body("type", is("/problems/already-voted"));

        read(ben, id).body("poll.options.votes", contains(1, 0, 1));
    }

    @Test
    void refusesWhatIsNoVote() {
        var id = asked(ana, "public", false, "Yes", "No");

        for (var choices : List.of(new Integer[] {}, new Integer[] {2}, new Integer[] {-1}, new Integer[] {0, 1})) {
            vote(ben, id, choices).statusCode(422).body("type", is("/problems/invalid-input"));
        }
        vote(ben, asked(ana, "public", true, "Yes", "No"), 1, 1).statusCode(422);
        vote(ana, id, 0).statusCode(403).body("type", is("/problems/own-poll"));
        vote(new Seed().person("Mia"), id, 0).statusCode(403).body("type", is("/problems/not-taking-part"));
        vote(ben, said(ana, "Hola", "public"), 0).statusCode(404).body("type", is("/problems/no-such-poll"));
        vote(ben, "unknown", 0).statusCode(404);
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("choices", List.of(0)))
                .put("/api/social/statuses/" + id + "/vote")
                .then()
                .statusCode(401);
        timePasses();
        vote(ben, id, 0).statusCode(409).body("type", is("/problems/poll-ended"));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.ballot")).isZero();
    }

    @Test
    void countsEverybodyOnceWhereAllVoteAtTheSameMoment() {
        var id = asked(ana, "public", true, "Yes", "No", "Who knows");
        var voters = new ArrayList<Person>(List.of(ben, cleo));
        for (var n = 0; n < 4; n++) {
            voters.add(joined("voter" + n));
        }

        var answers = Race.of(
                18, n -> () -> vote(voters.get(n % 6), id, n % 3).extract().statusCode());

        assertThat(answers).hasSize(18).allMatch(status -> status == 200);
        assertThat(sql.one(String.class, "SELECT votes::text FROM internal.poll"))
                .isEqualTo("{2,2,2}");
        assertThat(sql.one(Integer.class, "SELECT voters_count FROM internal.poll"))
                .isEqualTo(6);
    }

    @Test
    void givesOneOfTwoVotesOfAPersonThatComeTogether() {
        var id = asked(ana, "public", false, "Yes", "No");

        var answers = Race.of(8, n -> () -> vote(ben, id, n % 2).extract().statusCode());

        assertThat(answers).containsOnly(200, 409);
        assertThat(sql.one(Integer.class, "SELECT voters_count FROM internal.poll"))
                .isOne();
        assertThat(sql.one(Integer.class, "SELECT votes[1] + votes[2] FROM internal.poll"))
                .isOne();
    }

    @Test
    void losesTheVotesOfWhoLeaves() {
        var id = asked(ana, "public", false, "Yes", "No");
        vote(ben, id, 0).statusCode(200);
        vote(cleo, id, 0).statusCode(200);

        sql.run("DELETE FROM social_actors WHERE username = 'Ben'");

        read(ana, id).body("poll.votersCount", is(1)).body("poll.options.votes", contains(1, 0));
        sql.run("DELETE FROM social_statuses");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.ballot")).isZero();
    }
}
