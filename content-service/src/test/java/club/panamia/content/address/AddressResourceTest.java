package club.panamia.content.address;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Library;
import club.panamia.content.Walk;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AddressResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ben;

    @BeforeEach
    void aPublishedArticleOfTwo() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        Walk.draft(ana, "Hola");
        Walk.invite(ana, "hola", ben).statusCode(200);
        Walk.accept(ben, "hola").statusCode(200);
        Walk.publish(ana, "hola").statusCode(200);
    }

    @Test
    void leadsFromTheFormerAddressToTheNewOne() {
        move(ana, "hola", "buenos-dias").statusCode(200).body("slug", is("buenos-dias"));

        at("buenos-dias").statusCode(200).body("title", is("Hola"));
        at("hola").statusCode(308).header("Location", endsWith("/api/articles/buenos-dias"));
        assertThat(Walk.events()).last().isEqualTo("content.article.moved");
        assertThat(Walk.lastEvent()).containsEntry("slug", "buenos-dias");
        assertThat(Walk.history()).last().isEqualTo("article-moved");
    }

    @Test
    void leadsFromEveryFormerAddressToThePresentOne() {
        move(ana, "hola", "uno").statusCode(200);
        move(ana, "uno", "dos").statusCode(200);

        at("hola").statusCode(308).header("Location", endsWith("/dos"));
        at("uno").statusCode(308).header("Location", endsWith("/dos"));
    }

    @Test
    void takesAFormerAddressBack() {
        move(ana, "hola", "uno").statusCode(200);

        move(ana, "uno", "hola").statusCode(200);

        at("hola").statusCode(200);
        at("uno").statusCode(308).header("Location", endsWith("/hola"));
    }

    @Test
    void doesNothingWhereItIsAlready() {
        move(ana, "hola", "hola").statusCode(200);

        assertThat(Walk.events()).doesNotContain("content.article.moved");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.article_address"))
                .isZero();
    }

    @Test
    void saysNothingOfADraftThatHasMoved() {
        Walk.draft(ana, "Secret");
        move(ana, "secret", "more-secret").statusCode(200);

        at("secret").statusCode(404);
        as(ana).redirects().follow(false).get("/api/articles/secret").then().statusCode(308);
        assertThat(Walk.lastEvent()).doesNotContainKey("slug");
    }

    @Test
    void givesNobodyElseAnAddressThatLeadsSomewhere() {
        move(ana, "hola", "uno").statusCode(200);
        Walk.draft(ben, "Other");

        move(ben, "other", "hola").statusCode(409).body("type", is("/problems/article-address-taken"));
        move(ben, "other", "uno").statusCode(409).body("type", is("/problems/article-address-taken"));

        assertThat(Walk.draft(ben, "Hola")).isEqualTo("hola-1");
    }

    @Test
    void freesTheAddressesOfADraftThatIsThrownAway() {
        Walk.draft(ana, "Bozzetto");
        move(ana, "bozzetto", "schizzo").statusCode(200);

        as(ana).delete("/api/articles/schizzo").then().statusCode(204);

        assertThat(Walk.draft(ben, "Bozzetto")).isEqualTo("bozzetto");
    }

    @Test
    void keepsTenFormerAddresses() {
        sql.run("""
            INSERT INTO internal.article_address (slug, article_id)
            SELECT 'former-' || n, a.id FROM articles a, generate_series(1, 10) n
            """);

        move(ana, "hola", "one-more").statusCode(409).body("type", is("/problems/too-many-addresses"));
        move(ana, "hola", "former-3").statusCode(200);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.article_address"))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "search", "tags", "featured", "", "-x", "x-", "Hola", "año", "a/b", "a b"})
    void refusesWhatIsNoAddressForAnArticle(String wanted) {
        move(ana, "hola", wanted).statusCode(422);

        at("hola").statusCode(200);
    }

    @Test
    void isTheAuthors() {
        move(ben, "hola", "uno").statusCode(403).body("type", is("/problems/not-your-part"));
        move(seed.person("zoe"), "nowhere", "uno").statusCode(404);
        anonymous().put(Walk.path("hola", "/address")).then().statusCode(401);
        Library.remove("hola");
        move(ana, "hola", "uno").statusCode(409).body("type", is("/problems/article-in-wrong-state"));
    }

    private static ValidatableResponse at(String slug) {
        return anonymous()
                .redirects()
                .follow(false)
                .get("/api/articles/" + slug)
                .then();
    }

    private static ValidatableResponse move(Person person, String slug, String wanted) {
        return Walk.put(person, Walk.path(slug, "/address"), Map.of("slug", wanted));
    }
}
