package club.panamia.content.finding;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.content.Library;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SearchResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    private Person ana;

    @BeforeEach
    void threeArticles() {
        ana = seed.person("ana");
        article("title", "Panadería en la Ocho", "en", "Nothing else.");
        article("body", "A morning", "es", "Compramos pasteles y una **canción** en la panadería de mi tía.");
        article("english", "Bakers of Miami", "en", "They bake <b>bread</b> all night.");
        seed.draftArticle(ana, "panaderia-secreta");
        sql.run("UPDATE articles SET title = 'Panadería secreta' WHERE slug = 'panaderia-secreta'");
    }

    @ParameterizedTest
    @CsvSource({
        "panaderia, 'title,body'",
        "PANADERÍA, 'title,body'",
        "baker, english",
        "baking, english",
        "pastel, body",
        "canci, body",
        "'\"tía panadería\"', ''",
        "'panaderia -ocho', body",
        "nothing-at-all, ''",
        "'?!', ''",
    })
    void findsByMeaningAndNotByAccent(String words, String slugs) {
        assertThat(String.join(",", slugs(found(words)))).isEqualTo(slugs);
    }

    @Test
    void marksWhatItFound() {
        found("pasteles").body("items[0].highlight", containsString("<mark>pasteles</mark>"));
        found("cancion").body("items[0].highlight", containsString("<mark>canción</mark>"));
        found("bread")
                .body("items[0].highlight", containsString("<mark>bread</mark>"))
                .body("items[0].highlight", not(containsString("<b>")));
    }

    @Test
    void leavesOutWhatIsNotMeant() {
        assertThat(slugs(anonymous()
                        .queryParam("q", "panaderia")
                        .queryParam("exclude", "title")
                        .get("/api/articles/search")
                        .then()))
                .containsExactly("body");
    }

    @Test
    void comesInPages() {
        for (var i = 0; i < 12; i++) {
            article("more-" + i, "Panadería " + "uno ".repeat(i), "es", "x");
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = anonymous()
                    .queryParam("q", "panaderia")
                    .queryParam("limit", 5)
                    .queryParam("cursor", cursor)
                    .get("/api/articles/search")
                    .then()
                    .statusCode(200);
            seen.addAll(slugs(page));
            cursor = page.extract().path("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(14).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"q,a", "q,''", "limit,0", "cursor,!"})
    void refusesWhatItDoesNotKnow(String parameter, String value) {
        var request = anonymous().queryParam(parameter, value);
        if (!parameter.equals("q")) {
            request.queryParam("q", "panaderia");
        }

        request.get("/api/articles/search").then().statusCode(422).body("errors[0].path", is(parameter));
    }

    @Test
    void readsAnIndex() {
        Library.fill();
        var question = new SearchQuestion();
        question.q = "article 77";

        assertThat(Plan.of(pool, ArticleSearch.FOUND, ArticleSearch.values(question)))
                .contains("articles_search_idx")
                .doesNotContain("Seq Scan");
    }

    private void article(String slug, String title, String language, String content) {
        seed.publishedArticle(ana, slug);
        sql.run(
                "UPDATE articles SET title = ?, language = ?, content = ? WHERE slug = ?",
                title,
                language,
                content,
                slug);
    }

    private static ValidatableResponse found(String words) {
        return anonymous()
                .queryParam("q", words)
                .get("/api/articles/search")
                .then()
                .statusCode(200);
    }

    private static List<String> slugs(ValidatableResponse found) {
        return found.extract().path("items.article.slug");
    }
}
