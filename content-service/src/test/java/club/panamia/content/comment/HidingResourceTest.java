package club.panamia.content.comment;

import static club.panamia.content.comment.Posts.NOON;
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
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class HidingResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Posts posts = new Posts();

    private Person ana;
    private Person moe;
    private Person zoe;
    private String post;
    private String rude;
    private String back;
    private String kind;

    @BeforeEach
    void aRudeCommentAndAKindOne() {
        ana = seed.person("ana");
        moe = seed.withRole("moe", "contentModerator");
        zoe = seed.person("zoe");
        var stranger = posts.actor("eve", "far.example");
        post = posts.announcement(ana, seed.publishedArticle(ana, "hola"), posts.actor("ana", "pana.example"));
        rude = posts.reply(stranger, post, "public", NOON);
        back = posts.reply(stranger, rude, "public", NOON.plusSeconds(1));
        kind = posts.reply(stranger, post, "public", NOON.plusSeconds(2));
    }

    @Test
    void takesTheCommentAndWhatAnswersItFromUnderTheArticle() {
        hide(ana, rude, " Insults. ").statusCode(204);

        comments().body("items.id", contains(kind));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_statuses WHERE id = ?", rude))
                .isEqualTo(1);
        as(ana).get("/api/articles/hola/comments/hidden")
                .then()
                .statusCode(200)
                .body("items.id", contains(rude))
                .body("items[0].reason", is("Insults."))
                .body("items[0].hiddenBy", is("ana"))
                .body("items[0].author", is("eve@far.example"));
    }

    @Test
    void isUndoneByThoseWhoMay() {
        hide(moe, rude, "Insults.").statusCode(204);
        as(zoe).delete(hiding(rude)).then().statusCode(403);

        as(ana).delete(hiding(rude)).then().statusCode(204);

        comments().body("items.id", contains(rude, back, kind));
        as(ana).get("/api/articles/hola/comments/hidden").then().body("items", empty());
        as(ana).delete(hiding(rude)).then().statusCode(404).body("type", is("/problems/no-such-comment"));
    }

    @Test
    void keepsWhoWasFirst() {
        var answers = Race.of(
                6,
                i -> () -> hide(i % 2 == 0 ? ana : moe, rude, "Reason " + i)
                        .extract()
                        .statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.hidden_comment"))
                .isEqualTo(1);
    }

    @Test
    void isOnlyForThisArticlesPeople() {
        hide(zoe, rude, "I do not like it.").statusCode(403).body("type", is("/problems/not-your-part"));
        as(zoe).get("/api/articles/hola/comments/hidden").then().statusCode(404);
        anonymous().put(hiding(rude)).then().statusCode(401);

        comments().body("items.id", contains(rude, back, kind));
    }

    @Test
    void findsOnlyWhatStandsThere() {
        seed.publishedArticle(ana, "other");

        hide(ana, post, "The post itself.").statusCode(404).body("type", is("/problems/no-such-comment"));
        hide(ana, "nothing", "Not there.").statusCode(404);
        as(ana).contentType(ContentType.JSON)
                .body(Map.of("reason", "Elsewhere."))
                .put("/api/articles/other/comments/" + rude + "/hiding")
                .then()
                .statusCode(404);
        hide(ana, rude, "x").statusCode(422).body("errors[0].path", is("/reason"));
    }

    private static ValidatableResponse hide(Person person, String comment, String reason) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .put(hiding(comment))
                .then();
    }

    private static String hiding(String comment) {
        return "/api/articles/hola/comments/" + comment + "/hiding";
    }

    private static ValidatableResponse comments() {
        return anonymous().get("/api/articles/hola/comments").then().statusCode(200);
    }
}
