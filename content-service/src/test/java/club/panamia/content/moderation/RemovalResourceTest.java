package club.panamia.content.moderation;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RemovalResourceTest {

    private static final String WHY = "It names a private address.";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person moe;

    @BeforeEach
    void aPublishedArticle() {
        ana = seed.person("ana");
        moe = seed.withRole("moe", "contentModerator");
        seed.publishedArticle(ana, "hola");
    }

    @Test
    void takesItOutOfSight() {
        Walk.remove(moe, "hola", " " + WHY + " ")
                .statusCode(200)
                .body("status", is("removed"))
                .body("reason", is(WHY));

        anonymous().get("/api/articles/hola").then().statusCode(404);
        Walk.manuscript(ana, "hola").statusCode(200).body("removalReason", is(WHY));
        assertThat(sql.one(String.class, "SELECT removed_by FROM articles")).isEqualTo(moe.id());
        assertThat(Walk.events()).containsExactly("content.article.removed");
        assertThat(Walk.lastEvent()).doesNotContainValue(WHY);
        assertThat(Walk.history()).containsExactly("article-removed " + WHY);
    }

    @Test
    void isLifted() {
        Walk.remove(moe, "hola", WHY).statusCode(200);

        Walk.restore(seed.admin("ada"), "hola")
                .statusCode(200)
                .body("status", is("published"))
                .body("reason", nullValue());

        anonymous().get("/api/articles/hola").then().statusCode(200);
        assertThat(sql.rows("SELECT removed_at, removed_by, removal_reason FROM articles")
                        .getFirst()
                        .values())
                .containsOnlyNulls();
        assertThat(Walk.history()).containsExactly("article-removed " + WHY, "article-restored");
    }

    @Test
    void happensOnceHoweverManyModeratorsSeeIt() {
        var ada = seed.admin("ada");

        var answers = Race.of(
                8,
                runner -> () -> Walk.remove(runner % 2 == 0 ? moe : ada, "hola", WHY)
                        .extract()
                        .statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(7);
        assertThat(Walk.events()).hasSize(1);
    }

    @Test
    void isOfPublishedOnesAlone() {
        seed.draftArticle(ana, "draft");

        Walk.remove(moe, "draft", WHY).statusCode(404);
        Walk.restore(moe, "hola").statusCode(409).body("type", is("/problems/article-in-wrong-state"));
        Walk.remove(moe, "nothing", WHY).statusCode(404);
    }

    @Test
    void cannotBeUndoneByItsAuthor() {
        Walk.remove(moe, "hola", WHY).statusCode(200);

        Walk.restore(ana, "hola").statusCode(403).body("type", is("/problems/forbidden"));
        Walk.publish(ana, "hola").statusCode(409);
        Walk.unpublish(ana, "hola").statusCode(409);
        Walk.change(ana, "hola", "*", "{}").statusCode(409);

        assertThat(Walk.statusOf("hola")).isEqualTo("removed");
    }

    @Test
    void wantsAReason() {
        Walk.remove(moe, "hola", "  short   ").statusCode(422).body("errors[0].path", is("/reason"));
        Walk.remove(moe, "hola", "x".repeat(1001)).statusCode(422);
        assertThat(Walk.statusOf("hola")).isEqualTo("published");
    }

    @Test
    void isForModerators() {
        Walk.remove(ana, "hola", WHY).statusCode(403);
        Walk.remove(seed.withRole("mia", "mentoringModerator"), "hola", WHY).statusCode(403);
        anonymous().put(Walk.path("hola", "/removal")).then().statusCode(401);
        anonymous().delete(Walk.path("hola", "/removal")).then().statusCode(401);
    }
}
