package club.panamia.social.document.reaction;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows, likes and boosts under their own ids, and boosts in the outbox: for everybody, or for nobody. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReactionDocumentsTest {

    private static final String BASE = "http://localhost:8080";
    private static final String AP = "application/activity+json";
    private static final String EVERYBODY = "https://www.w3.org/ns/activitystreams#Public";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;
    private String anas;
    private String bens;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
        anas = BASE + "/ap/actors/" + actorId(ana);
        bens = BASE + "/ap/actors/" + actorId(ben);
    }

    @Test
    void areReadUnderTheIdsThatOthersWereTold() {
        var post = said(ana, "Hola", "public");
        var note = BASE + "/ap/statuses/" + post;

        var follow = follow();
        var like = reacts(ben, "like", post);
        var boost = reacts(ben, "boost", post);

        read(follow)
                .statusCode(200)
                .body("id", is(BASE + follow))
                .body("type", is("Follow"))
                .body("to", contains(anas))
                .body("cc.size()", is(0))
                .body("published", containsString("Z"))
                .body("actor", is(bens))
                .body("object", is(anas));
        read(like)
                .statusCode(200)
                .body("id", is(BASE + like))
                .body("type", is("Like"))
                .body("cc.size()", is(0))
                .body("published", containsString("Z"))
                .body("actor", is(bens))
                .body("object", is(note))
                .body("to", contains(anas));
        read(boost)
                .statusCode(200)
                .header("Vary", containsString("Accept"))
                .body("id", is(BASE + boost))
                .body("type", is("Announce"))
                .body("actor", is(bens))
                .body("object", is(note))
                .body("published", containsString("Z"))
                .body("to", contains(EVERYBODY))
                .body("cc", contains(bens + "/followers", anas));
        for (var path : List.of(follow, like, boost)) {
            var tag = read(path).extract().header("ETag");
            given().accept(AP).header("If-None-Match", tag).get(path).then().statusCode(304);
        }
    }

    @Test
    void areGoneWhenTheyAreOver() {
        var post = said(ana, "Hola", "public");
        var all = List.of(follow(), reacts(ben, "like", post), reacts(ben, "boost", post));

        as(ben).delete("/api/social/actors/Ana/follow").then().statusCode(204);
        as(ben).delete("/api/social/statuses/" + post + "/like").then().statusCode(204);
        as(ben).delete("/api/social/statuses/" + post + "/boost").then().statusCode(204);

        all.forEach(path -> read(path).statusCode(404));
        List.of("follows", "likes", "boosts")
                .forEach(kind -> read("/ap/%s/unknown".formatted(kind)).statusCode(404));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE social_actors SET standing = 'suspended' WHERE username = 'Ana'",
                "UPDATE social_actors SET standing = 'limited' WHERE username = 'Ben'",
                "UPDATE users SET locked_at = now() WHERE screenname = 'Ana'",
                "UPDATE profiles SET active = false FROM users u WHERE u.id = user_id AND u.screenname = 'Ben'",
            })
    void areForNobodyWhereOneEndIsNotForEverybody(String change) {
        var post = said(ana, "Hola", "public");
        var all = List.of(follow(), reacts(ben, "like", post), reacts(ben, "boost", post));

        sql.run(change);

        all.forEach(path -> read(path).statusCode(404));
        read("/ap/actors/" + actorId(ben) + "/outbox/page").body("orderedItems.size()", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "followers"})
    void areForNobodyWhereThePostIsNotForEverybody(String visibility) {
        follows(ben, ana);
        var post = said(ana, "Psst", visibility);

        read(reacts(ben, "like", post)).statusCode(404);
        if (visibility.equals("local")) {
            read(reacts(ben, "boost", post)).statusCode(404);
        }
        read("/ap/actors/" + actorId(ben) + "/outbox").body("totalItems", is(0));
        read("/ap/actors/" + actorId(ben) + "/outbox/page").body("orderedItems.size()", is(0));
    }

    @Test
    void standInTheOutboxAmongWhatWasSaidAndAreCounted() {
        var expected = new ArrayList<String>();
        for (var n = 0; n < 13; n++) {
            expected.addFirst(BASE + "/ap/statuses/" + said(ben, "I say", "public") + "/activity");
            expected.addFirst(BASE + reacts(ben, "boost", said(ana, "Hola", n % 2 == 0 ? "public" : "quiet")));
        }
        reacts(ben, "boost", said(ana, "For members", "local"));
        var outbox = "/ap/actors/" + actorId(ben) + "/outbox";

        var found = new ArrayList<String>();
        var next = read(outbox).body("totalItems", is(26)).extract().jsonPath().getString("first");
        while (next != null) {
            var page = read(next.substring(BASE.length()))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("orderedItems.id", String.class));
            next = page.getString("next");
        }

        assertThat(found).isEqualTo(expected);
        var newest = read(outbox + "/page").extract().jsonPath();
        assertThat(newest.getString("orderedItems[0].type")).isEqualTo("Announce");
        assertThat(newest.getString("orderedItems[0].actor")).isEqualTo(bens);
        assertThat(newest.getString("orderedItems[1].type")).isEqualTo("Create");
        assertThat(newest.<Map<String, Object>>get("orderedItems[0]")).doesNotContainKey("@context");
    }

    private String follow() {
        as(ben).put("/api/social/actors/Ana/follow").then().statusCode(200);
        return "/ap/follows/" + sql.one(String.class, "SELECT id FROM social_follows");
    }

    /** The path of the reaction's document. */
    private String reacts(Person person, String how, String post) {
        as(person).put("/api/social/statuses/" + post + "/" + how).then().statusCode(204);
        var table = how.equals("like") ? "social_likes" : "internal.boost";
        var id = sql.one(
                String.class,
                "SELECT id FROM " + table + " WHERE actor_id = ? AND status_id = ?",
                actorId(person),
                post);
        return "/ap/%ss/%s".formatted(how, id);
    }

    private static ValidatableResponse read(String path) {
        return given().accept(AP).get(path).then();
    }
}
