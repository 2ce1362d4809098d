package club.panamia.social.timeline;

import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many of those whom Ana hears hand a post on, it is shown once, at home and on a list. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class HandedOnTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;
    private Person cleo;
    private Person eve;
    private String list;

    @BeforeEach
    void twoWhomAnaHears() {
        ana = joined("Ana");
        ben = joined("Ben");
        cleo = joined("Cleo");
        eve = joined("Eve");
        list = sql.one(
                String.class, "INSERT INTO user_lists (owner_id, name) VALUES (?, 'Friends') RETURNING id", ana.id());
        hear(ben);
        hear(cleo);
    }

    private void hear(Person person) {
        follows(ana, person);
        sql.run("INSERT INTO user_list_members (list_id, user_id) VALUES (?, ?)", list, person.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "list"})
    void isOfWhoDidSoLast(String line) {
        var post = said(eve, "Hola", "public");
        boost(ben, post);
        boost(cleo, post);
        boost(joined("Stella"), post);

        read(line, "").body("items.id", contains(post)).body("items[0].boostedBy.username", is("Cleo"));
        as(ana).put("/api/social/mutes/cleo").then().statusCode(204);
        read(line, "").body("items.id", contains(post)).body("items[0].boostedBy.username", is("Ben"));
        as(ana).delete("/api/social/mutes/cleo").then().statusCode(204);
        as(cleo).delete("/api/social/statuses/" + post + "/boost").then().statusCode(204);
        read(line, "").body("items[0].boostedBy.username", is("Ben"));
        as(ben).delete("/api/social/statuses/" + post + "/boost").then().statusCode(204);
        read(line, "").body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "list"})
    void comesInPagesWithoutALossOrARepetition(String line) {
        var expected = new ArrayList<String>();
        for (var n = 0; n < 5; n++) {
            var post = said(eve, "Post " + n, "public");
            expected.addFirst(post);
            boost(ben, post);
        }
        for (var post : expected.reversed().subList(0, 3)) {
            boost(cleo, post);
        }
        expected.addAll(0, expected.subList(2, 5).stream().toList());
        expected.subList(5, 8).clear();
        sql.run("UPDATE internal.boost SET created_at = date_trunc('hour', now()) WHERE actor_id ="
                + " (SELECT id FROM social_actors WHERE username = 'Cleo')");
        sql.run("UPDATE internal.boost SET created_at = date_trunc('hour', now()) - interval '1 hour' WHERE actor_id ="
                + " (SELECT id FROM social_actors WHERE username = 'Ben')");

        var found = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = read(line, "?limit=2" + next).extract().jsonPath();
            found.addAll(page.getList("items.id", String.class));
            next = page.getString("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
        }

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "list"})
    void leavesRoomForOthersWhereEverybodyHandsOnTheSame(String line) {
        var rare = said(eve, "Rare", "public");
        boost(ben, rare);
        var common = said(eve, "Common", "public");
        for (var n = 0; n < 6; n++) {
            var pana = joined("pana" + n);
            hear(pana);
            boost(pana, common);
        }
        boost(ben, common);

        var first = read(line, "?limit=1")
                .body("items.id", contains(common))
                .extract()
                .jsonPath();
        read(line, "?limit=1&cursor=" + first.getString("nextCursor"))
                .body("items.id", contains(rare))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "list"})
    void isNotLostBehindManyOfWhatIsHeardAnyway(String line) {
        var cleos = new ArrayList<String>();
        for (var n = 0; n < 8; n++) {
            cleos.addFirst(said(cleo, "Post " + n, "public"));
        }
        var post = said(eve, "Hola", "public");
        boost(ben, post);
        cleos.forEach(one -> boost(ben, one));

        var first = read(line, "?limit=1")
                .body("items.id", contains(post))
                .extract()
                .jsonPath();
        read(line, "?limit=8&cursor=" + first.getString("nextCursor")).body("items.id", is(cleos));
    }

    @Test
    void standsAmongWhatIsSaidOnAList() {
        var first = said(ben, "First", "public");
        var post = said(eve, "Hola", "public");
        boost(cleo, post);
        boost(cleo, first);
        var last = said(cleo, "Last", "local");

        read("list", "").body("items.id", contains(last, post, first)).body("items[2].boostedBy", nullValue());
    }

    private static void boost(Person person, String post) {
        as(person).put("/api/social/statuses/" + post + "/boost").then().statusCode(204);
    }

    private ValidatableResponse read(String line, String query) {
        var path = line.equals("home") ? "home" : "lists/" + list;
        return as(ana).get("/api/social/timelines/" + path + query).then().statusCode(200);
    }
}
