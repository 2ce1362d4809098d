package club.panamia.social.pin;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Posts that somebody shows first. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class PinResourceTest {

    private static final String PINNED = "/api/social/actors/ana/pinned";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void somebodyWhoSpeaks() {
        ana = joined("Ana");
    }

    @Test
    void areShownToEverybodyTheLastFirst() {
        var first = said(ana, "One", "public");
        var second = said(ana, "Two", "quiet");
        pin(ana, first).statusCode(204);
        pin(ana, second).statusCode(204);
        pin(ana, first).statusCode(204);

        anonymous().get(PINNED).then().statusCode(200).body("id", contains(second, first));
        featured()
                .statusCode(200)
                .contentType("application/activity+json")
                .body("type", is("OrderedCollection"))
                .body("totalItems", is(2))
                .body("orderedItems.content", contains("<p>Two</p>", "<p>One</p>"));
        anonymous().get("/ap/actors/" + actorId(ana)).then().body("featured", is(uri()));

        as(ana).delete(path(second)).then().statusCode(204);
        as(ana).delete(path(second)).then().statusCode(204);
        anonymous().get(PINNED).then().body("id", contains(first));
    }

    @Test
    void areFiveAtMostHoweverManyAreChosenAtOnce() {
        List<String> posts = IntStream.range(0, 8)
                .mapToObj(i -> said(ana, "Post " + i, "public"))
                .toList();

        var answers = Race.of(8, i -> () -> pin(ana, posts.get(i)).extract().statusCode());

        assertThat(answers).filteredOn(status -> status == 204).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(3);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.pinned_status"))
                .isEqualTo(5);
        var left = posts.get(answers.indexOf(409));
        pin(ana, left).statusCode(409).body("type", is("/problems/too-many-pins"));
        as(ana).delete(path(posts.get(answers.indexOf(204)))).then().statusCode(204);
        pin(ana, left).statusCode(204);
    }

    @Test
    void areOnesOwnThatEverybodyMayRead() {
        var ben = joined("Ben");
        for (var visibility : List.of("local", "followers")) {
            pin(ana, said(ana, "Hola", visibility))
                    .statusCode(409)
                    .body("type", is("/problems/status-not-for-everybody"));
        }
        pin(ana, said(ben, "Hola", "public")).statusCode(404).body("type", is("/problems/no-such-status"));
        pin(ana, "nothing").statusCode(404);
        anonymous().put(path("any")).then().statusCode(401);

        anonymous().get(PINNED).then().body("$", empty());
    }

    @Test
    void areNotShownToWhomTheAuthorBlocksNorWhenTheAuthorIsHidden() {
        var post = said(ana, "Hola", "public");
        var ben = joined("Ben");
        pin(ana, post).statusCode(204);
        blocks(ana, ben);

        as(ben).get(PINNED).then().body("$", empty());
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE username = 'Ana'");
        anonymous().get(PINNED).then().body("$", empty());
        featured().statusCode(404);
    }

    @Test
    void goWithThePost() {
        var post = said(ana, "Hola", "public");
        pin(ana, post).statusCode(204);

        as(ana).delete("/api/social/statuses/" + post).then().statusCode(204);

        featured().statusCode(200).body("totalItems", is(0));
    }

    private String uri() {
        return "http://localhost:8080/ap/actors/" + actorId(ana) + "/featured";
    }

    private ValidatableResponse featured() {
        return anonymous().get("/ap/actors/" + actorId(ana) + "/featured").then();
    }

    private static String path(String id) {
        return "/api/social/statuses/" + id + "/pin";
    }

    private static ValidatableResponse pin(Person person, String id) {
        return as(person).put(path(id)).then();
    }
}
