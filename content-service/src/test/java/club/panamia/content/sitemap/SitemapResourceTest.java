package club.panamia.content.sitemap;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Library;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SitemapResourceTest {

    private final Seed seed = new Seed();

    @Inject
    Pool pool;

    @Test
    void listsYearsAndTheArticlesOfEach() {
        var ana = seed.person("ana");
        seed.publishedArticle(ana, "old");
        seed.publishedArticle(ana, "young");
        seed.draftArticle(ana, "secret");
        var sql = TestDatabase.get().sql();
        sql.run("UPDATE articles SET published_at = '2024-12-31 23:59Z' WHERE slug = 'old'");
        sql.run("UPDATE articles SET published_at = '2026-01-01 00:00Z' WHERE slug = 'young'");

        assertThat(read("").getList("sitemapindex.sitemap.loc", String.class))
                .containsExactly(
                        "http://localhost:8080/sitemap.xml?year=2026",
                        "http://localhost:8080/sitemap.xml?year=2025",
                        "http://localhost:8080/sitemap.xml?year=2024");
        assertThat(read("?year=2026").getList("urlset.url.loc", String.class))
                .containsExactly("http://localhost:8080/a/young");
        assertThat(read("?year=2024").getList("urlset.url.loc", String.class))
                .containsExactly("http://localhost:8080/a/old");
        assertThat(read("?year=2025").getList("urlset.url.loc", String.class)).isEmpty();
    }

    @Test
    void isEmptyWhereNothingIsPublished() {
        assertThat(read("").getList("sitemapindex.sitemap.loc", String.class)).isEmpty();
    }

    @Test
    void refusesWhatIsNoYear() {
        anonymous()
                .get("/sitemap.xml?year=12")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.path", contains("year"))
                .body("type", is("/problems/invalid-input"));
    }

    @Test
    void readsAnIndex() {
        Library.fill();

        assertThat(Plan.of(pool, Sitemaps.YEARS, Tuple.tuple()))
                .contains("articles_published_idx")
                .doesNotContain("Seq Scan");
        assertThat(Plan.of(pool, Sitemaps.OF_A_YEAR, Sitemaps.values(2001)))
                .contains("articles_published_idx")
                .doesNotContain("Seq Scan");
    }

    private static XmlPath read(String query) {
        var body = anonymous()
                .get("/sitemap.xml" + query)
                .then()
                .statusCode(200)
                .contentType("application/xml; charset=utf-8")
                .extract()
                .asString();
        return new XmlPath(body);
    }
}
