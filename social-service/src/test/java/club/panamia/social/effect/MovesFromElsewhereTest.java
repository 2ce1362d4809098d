package club.panamia.social.effect;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.testing.database.Race;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MovesFromElsewhereTest extends Elsewhere {

    private static final String FOLLOWED = """
            SELECT t.uri || ' ' || f.status FROM social_follows f JOIN social_actors a ON a.id = f.actor_id
              JOIN social_actors t ON t.id = f.target_actor_id WHERE a.uri = ?""";

    private String next;

    @BeforeEach
    void anaFollowsBen() {
        next = peer.actor("Benito");
        send(activity("Like", Callers.PUBLIC_URL + "/ap/statuses/none"));
        follow(ana);
    }

    private void follow(Person person) {
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, uri, status, accepted_at)
                SELECT ?, id, ? || '/follow', 'accepted', now() FROM social_actors WHERE uri = ?""", actorId(person), actorId(person), ben);
    }

    private void says(String name, JsonObject more) {
        peer.has(peer.describe(name, Peer.KEYS).mergeIn(more));
    }

    private JsonObject bothSaySo() {
        says("Ben", new JsonObject().put("movedTo", next));
        says(
                "Benito",
                new JsonObject()
                        .put(
                                "alsoKnownAs",
                                new JsonArray().add("https://old.example/b").add(ben)));
        return activity("Move", ben).put("target", next);
    }

    private List<String> followed() {
        return sql.list(String.class, FOLLOWED, anaUri);
    }

    @Test
    void leadWhoFollowsThemHere() {
        var move = bothSaySo();

        send(move);

        assertThat(followed()).containsExactly(next + " pending");
        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactlyInAnyOrder("Follow", "Undo");
        assertThat(outgoing())
                .filteredOn(row -> row.get("type").equals("Follow"))
                .extracting(row -> row.get("inbox_url"))
                .containsExactly(next + "/inbox");
        assertThat(sql.one(String.class, "SELECT moved_to FROM social_actors WHERE uri = ?", ben))
                .isEqualTo(next);
    }

    @Test
    void leadEachOnceHoweverOftenTheyAreSaid() {
        var eve = joined("Eve");
        follow(eve);
        var move = bothSaySo();

        Race.of(4, runner -> () -> {
            send(move.copy().put("id", ben + "/moves/" + runner));
            return runner;
        });

        assertThat(sql.list(String.class, FOLLOWED, Callers.PUBLIC_URL + "/ap/actors/" + actorId(eve)))
                .containsExactly(next + " pending");
        assertThat(outgoing())
                .filteredOn(row -> row.get("type").equals("Follow"))
                .hasSize(2);
    }

    @Test
    void areNotBelievedWhereOnlyOneSideSaysSo() {
        says("Ben", new JsonObject().put("movedTo", next));
        send(activity("Move", ben).put("target", next));
        says("Ben", new JsonObject());
        says("Benito", new JsonObject().put("alsoKnownAs", ben));
        send(activity("Move", ben).put("target", next));
        send(activity("Move", next).put("target", ben));

        assertThat(followed()).containsExactly(ben + " accepted");
        assertThat(outgoing()).isEmpty();
    }

    @Test
    void leadToSomebodyHereWhoSaysSo() {
        var eve = joined("Eve");
        var eveUri = Callers.PUBLIC_URL + "/ap/actors/" + actorId(eve);
        says("Ben", new JsonObject().put("movedTo", eveUri));
        sql.run(
                "UPDATE social_actors SET also_known_as = jsonb_build_array(CAST(? AS text)) WHERE uri = ?",
                ben,
                eveUri);

        send(activity("Move", ben).put("target", eveUri));

        assertThat(followed()).containsExactly(eveUri + " accepted");
        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactly("Undo");
    }
}
