package club.panamia.social.transfer;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Peer;
import club.panamia.testing.database.Race;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of a file come to. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ImportedListsTest extends BroughtAlong {

    private List<String> mine(String table) {
        return sql.list(
                String.class,
                "SELECT lower(t.username) FROM %s v JOIN social_actors t ON t.id = v.target_actor_id WHERE v.actor_id = ? ORDER BY 1"
                        .formatted(table),
                actorId(ana));
    }

    @Test
    void areFollowedLineByLine() {
        joined("Carla");
        var id = brought("follows", """
                Account address,Show boosts,Notify on new posts,Languages
                Ben@%s,true,false,
                carla@localhost,true,true,"en, es"
                Nobody@localhost,true,false,
                Missing@%s,true,false,
                ana@localhost,true,false,
                CARLA@localhost,false,false,
                not an address,true,false,
                """.formatted(peer.host(), peer.host()));
        see(id).body("lines", is(6))
                .body("waiting", is(5))
                .body("refused", is(1))
                .body("kind", is("follows"))
                .body("mode", is("merge"));

        work();

        assertThat(mine("social_follows")).containsExactly("ben", "carla");
        assertThat(sql.list(
                        String.class,
                        "SELECT o.body::jsonb ->> 'type' FROM internal.outgoing_activity o JOIN internal.delivery d"
                                + " ON d.activity_id = o.id"))
                .containsExactly("Follow");
        see(id).body("waiting", is(0)).body("done", is(2)).body("refused", is(4));
        as(ana).get(IMPORTS + id + "/refusals?limit=3")
                .then()
                .statusCode(200)
                .body("items.line", contains(4, 5, 6))
                .body("items.reason", contains("no-such-actor", "not-there-elsewhere", "not-yourself"));
        var next = as(ana).get(IMPORTS + id + "/refusals?limit=3")
                .then()
                .extract()
                .jsonPath()
                .getString("nextCursor");
        as(ana).get(IMPORTS + id + "/refusals?limit=3&cursor=" + next)
                .then()
                .body("items.value", contains("not an address"))
                .body("items.reason", contains("not-understood"));
    }

    @ParameterizedTest
    @CsvSource({"blocks, internal.actor_block", "mutes, internal.actor_mute"})
    void areNotHeardAnyMore(String kind, String table) {
        joined("Carla");
        var dora = joined("Dora");
        as(ana).put("/api/social/%s/dora".formatted(kind)).then().statusCode(204);

        var id = brought(kind, "@Ben@" + peer.host() + "\ncarla@localhost\n");
        work();
        assertThat(mine(table)).containsExactly("ben", "carla", "dora");
        see(id).body("done", is(2));

        brought(kind + "?mode=overwrite", "carla@localhost\n");
        work();
        assertThat(mine(table)).containsExactly("carla");
        assertThat(actorId(dora)).isNotNull();
    }

    @Test
    void areAllThatIsFollowedWhereTheyAreToBe() {
        var carla = joined("Carla");
        follows(ana, carla);
        follows(ana, joined("Dora"));

        var id = brought("follows?mode=overwrite", "Carla@localhost\nBen@" + peer.host() + "\n");
        see(id).body("lines", is(3)).body("mode", is("overwrite"));
        work();

        assertThat(mine("social_follows")).containsExactly("ben", "carla");
        see(id).body("done", is(3));
    }

    @Test
    void areServersThatAreKeptAway() {
        as(ana).put("/api/social/blocked-servers/old.example").then().statusCode(204);

        brought("servers?mode=overwrite", "#domain\nBad.example\nhttps://no.example\nlocalhost\n");
        work();

        assertThat(sql.list(String.class, "SELECT domain FROM internal.server_block"))
                .containsExactly("bad.example");
        assertThat(sql.list(
                        String.class,
                        "SELECT value FROM internal.social_import_row WHERE state = 'refused' ORDER BY id"))
                .containsExactly("https://no.example", "localhost");
    }

    @Test
    void arePostsThatAreKept() {
        var here = Callers.PUBLIC_URL + "/ap/statuses/" + said(joined("Carla"), "Hola", "public");
        var there = peer.url("/users/Ben") + "/notes/1";
        peer.has(new JsonObject()
                .put("id", there)
                .put("type", "Note")
                .put("attributedTo", peer.url("/users/Ben"))
                .put("content", "<p>Hola</p>")
                .put("published", "2026-11-01T00:00:00Z")
                .put("to", List.of("https://www.w3.org/ns/activitystreams#Public")));

        var id = brought("bookmarks", "%s\n%s\n%s/notes/2\n".formatted(here, there, peer.url("/users/Ben")));
        work();

        as(ana).get("/api/social/bookmarks").then().body("items.uri", containsInAnyOrder(here, there));
        as(ana).get(IMPORTS + id + "/refusals").then().body("items.reason", contains("not-there-elsewhere"));
    }

    /** Whoever does not answer is asked four times, with more and more time between. */
    @Test
    void waitForAServerThatDoesNotAnswer() {
        var gone = new Peer();
        var file = "zoe@%s\n".formatted(gone.host());
        gone.close();
        var id = brought("follows", file);

        work();
        see(id).body("waiting", is(1));
        assertThat(sql.one(
                        Boolean.class, "SELECT due_at > now() + interval '10 minutes' FROM internal.social_import_row"))
                .isTrue();
        sql.run("UPDATE internal.social_import_row SET attempts = 3");
        work();

        see(id).body("waiting", is(0)).body("refused", is(1));
    }

    @Test
    void haveTheirEffectOnceHoweverManyWorkThroughThem() {
        joined("Carla");
        brought("follows", "carla@localhost\nBen@%s\n".formatted(peer.host()));
        sql.run("UPDATE internal.social_import_row SET due_at = now()");

        Race.of(4, runner -> () -> {
            begin().await().atMost(Duration.ofSeconds(30));
            return runner;
        });

        assertThat(mine("social_follows")).containsExactly("ben", "carla");
        assertThat(sql.list(String.class, "SELECT type FROM internal.event WHERE type LIKE 'social.follow.%'"))
                .containsExactly("social.follow.accepted");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.delivery"))
                .isOne();
    }

    @Test
    void changeNothingForWhoeverIsLockedMeanwhile() {
        var carla = joined("Carla");
        brought("follows", "carla@localhost\n");
        sql.run("UPDATE users SET locked_at = now() WHERE id = ?", ana.id());

        work();

        assertThat(mine("social_follows")).isEmpty();
        assertThat(sql.one(String.class, "SELECT reason FROM internal.social_import_row"))
                .isEqualTo("may-not-take-part");
        assertThat(actorId(carla)).isNotNull();
    }
}
