package club.panamia.content.cover;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.content.Walk;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class CoverResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    CoversInUse coversInUse;

    @Inject
    Pool pool;

    private Person ana;
    private Person ben;

    @BeforeEach
    void aDraftOfTwo() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        Walk.draft(ana, "Hola");
        Walk.invite(ana, "hola", ben).statusCode(200);
        Walk.accept(ben, "hola").statusCode(200);
    }

    @Test
    void showsAPictureWithWordsForThoseWhoDoNotSeeIt() {
        String address = put(ana, "*", Pictures.photo(1200, 800, 6))
                .statusCode(200)
                .body("coverImage", matchesPattern("/media/content/[0-9a-f]{64}-960\\.jpg"))
                .body("coverImageAlt", is("A mural"))
                .extract()
                .path("coverImage");

        anonymous().get(address).then().statusCode(200).contentType("image/jpeg");
        anonymous().get(address.replace("-960", "-96")).then().statusCode(200);
        Walk.publish(ana, "hola").statusCode(200);
        anonymous().get("/api/articles/hola").then().body("coverImage", is(address));
        assertThat(anonymous().get("/feeds/json").asString()).contains("http", address);
        anonymous().get("/feeds/json").then().body("items[0].image", startsWith("http"));
    }

    @Test
    void voidsAnApprovalAndIsKeptAmongTheRevisions() {
        var rio = Walk.member("rio");
        Walk.request(ana, "hola", rio).statusCode(200);
        Walk.approve(rio, "hola", Walk.revision(rio, "hola")).statusCode(200);

        put(ben, "*", Pictures.png(40, 20)).statusCode(200).body("review.status", is("outdated"));

        assertThat(sql.list(
                        String.class, "SELECT wording ->> 'coverImageAlt' FROM internal.article_revision ORDER BY id"))
                .last()
                .isEqualTo("A mural");
    }

    @Test
    void canBeNamedAgainByWhoUploadedItAndByNobodyElse() {
        String address = put(ana, "*", Pictures.png(40, 20)).extract().path("coverImage");
        Walk.change(ana, "hola", "*", "{\"title\": \"Adios\"}").statusCode(200).body("coverImage", is(address));
        Walk.change(ben, "hola", "*", "{\"title\": \"Hola\"}").statusCode(200).body("coverImage", is(address));
        Walk.change(ana, "hola", "*", "{\"coverImage\": null}").statusCode(200);

        Walk.change(ben, "hola", "*", "{\"coverImage\": \"" + address + "\"}").statusCode(422);
        Walk.change(ana, "hola", "*", "{\"coverImage\": \"" + address + "\"}").statusCode(200);
        as(ben).contentType(ContentType.JSON)
                .body(Map.of("title", "Mine", "articleType", "community_commentary", "coverImage", address))
                .post("/api/articles")
                .then()
                .statusCode(422);
        Walk.change(ana, "hola", "*", "{\"coverImage\": \"/media/content/x-960.jpg\"}")
                .statusCode(422);
    }

    @Test
    void leavesTheDiskWhenNoArticleEverSaidToShowIt() {
        put(ana, "*", Pictures.png(40, 20)).statusCode(200);
        put(ana, "*", Pictures.png(20, 40)).statusCode(200);
        sql.run("UPDATE internal.media SET touched_at = now() - interval '2 days'");

        coversInUse.run().await().atMost(Duration.ofSeconds(20));
        assertThat(uploads()).as("the first one can be restored").isEqualTo(2);

        as(ana).delete("/api/articles/hola").then().statusCode(204);
        sql.run("UPDATE internal.media SET touched_at = now() - interval '2 days'");
        coversInUse.run().await().atMost(Duration.ofSeconds(20));
        assertThat(uploads()).isZero();
    }

    @Test
    void isLookedForByIndexes() {
        club.panamia.content.Library.fill();

        assertThat(Plan.of(pool, CoversInUse.SHOWN, Tuple.of(new String[] {"/media/content/x-960.jpg"})))
                .doesNotContain("Seq Scan on articles");
    }

    @Test
    void refusesWhatIsNoPictureAndWhatComesTooLate() {
        put(ana, "*", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("errors[0].path", is("/image"));
        put(ana, "\"0\"", Pictures.png(40, 20)).statusCode(412);
        as(ana).contentType("image/png")
                .queryParam("alt", "A mural")
                .body(Pictures.png(40, 20))
                .put("/api/articles/covers/hola")
                .then()
                .statusCode(428);
        as(ana).contentType("image/png")
                .header("If-Match", "*")
                .body(Pictures.png(40, 20))
                .put("/api/articles/covers/hola")
                .then()
                .statusCode(422);
        as(ana).contentType("text/html")
                .header("If-Match", "*")
                .queryParam("alt", "A mural")
                .body("x")
                .put("/api/articles/covers/hola")
                .then()
                .statusCode(415);
        assertThat(uploads()).isZero();
    }

    @Test
    void isForItsAuthorsBeforeItIsPublished() {
        put(seed.person("zoe"), "*", Pictures.png(40, 20)).statusCode(404);
        anonymous()
                .contentType("image/png")
                .body(Pictures.png(40, 20))
                .put("/api/articles/covers/hola")
                .then()
                .statusCode(401);
        Walk.publish(ana, "hola").statusCode(200);
        put(ana, "*", Pictures.png(40, 20)).statusCode(409).body("type", is("/problems/article-in-wrong-state"));
        anonymous().get("/media/content/x.jpg").then().statusCode(404);
    }

    private long uploads() {
        return sql.one(Long.class, "SELECT count(*) FROM internal.media");
    }

    private static ValidatableResponse put(Person person, String ifMatch, byte[] file) {
        return as(person)
                .contentType("image/png")
                .header("If-Match", ifMatch)
                .queryParam("alt", "A mural")
                .body(file)
                .put("/api/articles/covers/hola")
                .then();
    }
}
