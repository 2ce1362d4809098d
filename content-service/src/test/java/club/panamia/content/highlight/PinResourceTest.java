package club.panamia.content.highlight;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Library;
import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PinResourceTest {

    private final Seed seed = new Seed();

    private Person ana;
    private Person ben;

    @BeforeEach
    void twoPublishedArticlesOfTwo() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        publish("Hola");
        publish("Adios");
    }

    @Test
    void pinsOneForEachOfItsAuthors() {
        pin(ana, "hola").statusCode(204);
        pin(ben, "adios").statusCode(204);

        pinnedBy("Ana").statusCode(200).body("slug", is("hola"));
        pinnedBy("ben").statusCode(200).body("slug", is("adios"));
    }

    @Test
    void takesThePlaceOfTheOneBefore() {
        pin(ana, "hola").statusCode(204);

        pin(ana, "adios").statusCode(204);

        pinnedBy("ana").body("slug", is("adios"));
    }

    @Test
    void pinsOneOfThoseThatAreWantedAtOnce() {
        var answers = Race.of(
                6, i -> () -> pin(ana, i % 2 == 0 ? "hola" : "adios").extract().statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(TestDatabase.get().sql().one(Long.class, "SELECT count(*) FROM internal.pinned_article"))
                .isEqualTo(1);
    }

    @Test
    void showsItOnlyWhileThePersonStandsUnderItAndItIsPublished() {
        pin(ben, "hola").statusCode(204);
        pin(ana, "adios").statusCode(204);

        Walk.leave(ben, "hola").statusCode(204);
        Walk.unpublish(ana, "adios").statusCode(200);

        pinnedBy("ben").statusCode(404).body("type", is("/problems/no-such-article"));
        pinnedBy("ana").statusCode(404);
        pinnedBy("nobody").statusCode(404);
    }

    @Test
    void showsNothingOfWhoHasLeft() {
        pin(ana, "hola").statusCode(204);

        Library.forget("ana");

        pinnedBy("ana").statusCode(404);
    }

    @Test
    void unpinsThatOneOnly() {
        pin(ana, "hola").statusCode(204);

        as(ana).delete(Walk.path("adios", "/pin")).then().statusCode(204);
        pinnedBy("ana").statusCode(200);

        as(ana).delete(Walk.path("hola", "/pin")).then().statusCode(204);
        pinnedBy("ana").statusCode(404);
    }

    @Test
    void isForItsAuthors() {
        pin(seed.person("zoe"), "hola").statusCode(403).body("type", is("/problems/not-your-part"));
        pin(ana, "nowhere").statusCode(404);
        pin(ana, Walk.draft(ana, "Draft")).statusCode(409);
        anonymous().put(Walk.path("hola", "/pin")).then().statusCode(401);
        anonymous().delete(Walk.path("hola", "/pin")).then().statusCode(401);
    }

    private void publish(String title) {
        var slug = Walk.draft(ana, title);
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
        Walk.publish(ana, slug).statusCode(200);
    }

    private static ValidatableResponse pin(Person person, String slug) {
        return as(person).put(Walk.path(slug, "/pin")).then();
    }

    private static ValidatableResponse pinnedBy(String screenname) {
        return anonymous().get("/api/articles/pinned/" + screenname).then();
    }
}
