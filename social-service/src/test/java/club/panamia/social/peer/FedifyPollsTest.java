package club.panamia.social.peer;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.poll.Asking.asked;
import static club.panamia.social.poll.Asking.read;
import static club.panamia.social.poll.Asking.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.social.signature.Form;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FedifyPollsTest extends WithFedify {

    private static final List<String> OPTIONS = List.of("Yes", "No");

    @ParameterizedTest
    @EnumSource(Form.class)
    void readsAPollAndVotesInIt(Form form) {
        signs(form);
        ben("follow", Map.of("object", anaUri));
        var id = asked(ana, "public", false, "Yes", "No");
        deliveries.send();

        var uri = Callers.PUBLIC_URL + "/ap/statuses/" + id;
        var question = heard("Create").getJsonObject("thing");
        assertThat(question.getString("type")).isEqualTo("Question");
        assertThat(question.getString("id")).isEqualTo(uri);
        assertThat(question.getJsonArray("choices")).isEqualTo(new JsonArray(OPTIONS));

        ben("vote", Map.of("question", uri, "choice", "No"));
        ben("vote", Map.of("question", uri, "choice", "Yes"));

        read(ana, id).body("poll.votersCount", is(1)).body("poll.options.votes", contains(0, 1));
        assertThat(count("social_statuses")).as("a vote is no post").isOne();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void isVotedForFromHereAndSaysHowItStands(Form form) {
        signs(form);
        ben("like", Map.of("object", anaUri + "/none"));
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at) SELECT ?, id, 'accepted', now()"
                        + " FROM social_actors WHERE uri = ?",
                actorId(ana),
                peer.actor("ben"));
        var uri = ben("ask", question(2, 1)).getString("object");
        var id = sql.one(String.class, "SELECT id FROM social_statuses WHERE uri = ?", uri);
        read(ana, id).body("poll.votersCount", is(3)).body("poll.options.name", contains("Yes", "No"));

        vote(ana, id, 1).statusCode(200);
        deliveries.send();

        var heard = heard("Create");
        assertThat(heard.getString("actor")).isEqualTo(anaUri);
        assertThat(heard.getJsonArray("to")).isEqualTo(new JsonArray().add(peer.actor("ben")));
        assertThat(heard.getJsonObject("thing").getString("type")).isEqualTo("Note");
        assertThat(heard.getJsonObject("thing").getString("name")).isEqualTo("No");
        assertThat(heard.getJsonObject("thing").getString("answers")).isEqualTo(uri);
        assertThat(heard.getJsonObject("thing").getString("content")).isNull();

        var counted = new HashMap<String, Object>(question(2, 2));
        counted.put("question", uri);
        ben("count", counted);
        read(ana, id).body("poll.votersCount", is(4)).body("poll.options.votes", contains(2, 2));
    }

    private static Map<String, Object> question(int yes, int no) {
        return Map.of("content", "<p>Clay?</p>", "options", OPTIONS, "votes", List.of(yes, no));
    }
}
