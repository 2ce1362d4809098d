package club.panamia.social.effect;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.poll.Asking.asked;
import static club.panamia.social.poll.Asking.read;
import static club.panamia.social.poll.Asking.timePasses;
import static club.panamia.social.poll.Asking.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Peer;
import club.panamia.testing.database.Race;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People of other servers vote in the polls of this one: once, while they last, and where they may read them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class VotesFromElsewhereTest extends Elsewhere {

    @Test
    void areCountedOncePerPersonAndAreNoPosts() {
        var id = asked(ana, "public", false, "Yes", "No");

        var vote = choice(ben, id, "No");
        send(vote);
        send(vote);
        send(choice(ben, id, "No"));
        send(choice(ben, id, "Yes"));

        read(ana, id).body("poll.options.votes", contains(0, 1)).body("poll.votersCount", is(1));
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).containsExactly(id);
        assertThat(sql.one(Integer.class, "SELECT replies_count FROM social_statuses"))
                .isZero();
    }

    @Test
    void comeOneByOneWhereSeveralMayBeChosen() {
        var id = asked(ana, "public", true, "Arepas", "Tacos", "Soup");

        send(choice(ben, id, "Soup"));
        send(choice(ben, id, "Arepas"));
        send(choice(ben, id, "Soup"));

        read(ana, id).body("poll.options.votes", contains(1, 0, 1)).body("poll.votersCount", is(1));
        assertThat(sql.one(String.class, "SELECT choices::text FROM internal.ballot"))
                .isEqualTo("{0,2}");
    }

    @Test
    void countNothingWhereTheyAreNoneOrNotForThem() {
        var open = asked(ana, "public", false, "Yes", "No");
        send(choice(ben, open, "yes"));
        for (var visibility : new String[] {"local", "followers"}) {
            send(choice(ben, asked(ana, visibility, false, "Yes", "No"), "Yes"));
        }
        var note =
                post(ana, draft("No question", "public")).extract().jsonPath().getString("id");
        send(choice(ben, note, "Yes"));
        var forged = choice(ben, open, "Yes");
        forged.getJsonObject("object").put("attributedTo", "https://elsewhere.example/eve");
        send(forged);
        timePasses();
        send(choice(ben, open, "Yes"));

        assertThat(count("internal.ballot")).isZero();
        assertThat(count("social_statuses WHERE is_remote")).isZero();
    }

    @Test
    void areAPostWhereTheySayMore() {
        var id = asked(ana, "public", false, "Yes", "No");

        var answer = choice(ben, id, "Yes");
        answer.getJsonObject("object").put("content", "<p>Yes!</p>");
        send(answer);

        assertThat(count("internal.ballot")).isZero();
        assertThat(sql.one(String.class, "SELECT content FROM social_statuses WHERE is_remote"))
                .contains("Yes!");
    }

    @Test
    void areAllCountedOnceWhereTheyComeTogether() {
        var id = asked(ana, "public", false, "Yes", "No");
        var here = new ArrayList<Person>();
        for (var n = 0; n < 4; n++) {
            here.add(joined("pana" + n));
            var voter = peer.actor("Voter" + n);
            for (var name : new String[] {"Yes", "No", "Yes"}) {
                Peer.send(voter, "/ap/inbox", choice(voter, id, name)).statusCode(202);
            }
        }

        var done = Race.of(
                8,
                n -> () -> n < 4
                        ? drained()
                        : vote(here.get(n - 4), id, n % 2).extract().statusCode());
        inbox.drain();

        assertThat(done).containsOnly(200);
        assertThat(count("internal.ballot")).isEqualTo(8);
        read(ana, id).body("poll.votersCount", is(8)).body("poll.options.votes", contains(6, 2));
        assertThat(states()).isEqualTo("done ".repeat(12).strip());
    }

    @Test
    void goWithWhoGaveThem() {
        var id = asked(ana, "public", true, "Yes", "No");
        send(choice(ben, id, "Yes"));
        send(choice(ben, id, "No"));

        sql.run("DELETE FROM social_actors WHERE uri = ?", ben);

        read(ana, id).body("poll.votersCount", is(0)).body("poll.options.votes", contains(0, 0));
    }

    private int drained() {
        inbox.drain();
        return 200;
    }

    private JsonObject choice(String voter, String id, String name) {
        return activity(
                        "Create",
                        new JsonObject()
                                .put("id", voter + "/votes/" + UUID.randomUUID())
                                .put("type", "Note")
                                .put("attributedTo", voter)
                                .put("name", name)
                                .put("inReplyTo", Callers.PUBLIC_URL + "/ap/statuses/" + id)
                                .put("to", new JsonArray().add(anaUri)))
                .put("id", voter + "/activities/" + UUID.randomUUID())
                .put("actor", voter);
    }
}
