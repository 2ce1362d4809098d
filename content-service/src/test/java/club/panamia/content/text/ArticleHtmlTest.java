package club.panamia.content.text;

import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept is told from what is made by words that no renderer would have written. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ArticleHtmlTest {

    private static final String MARKED = "<p>kept</p>";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;

    @BeforeEach
    void anArticle() {
        ana = seed.person("ana");
        seed.publishedArticle(ana, "hola");
        sql.run("UPDATE articles SET content = '**Hola**'");
    }

    @Test
    void isMadeOnceForEverybody() {
        readAndMark();

        assertThat(html(anonymous(), "hola")).isEqualTo(MARKED);
        assertThat(anonymous().get("/feeds/json").jsonPath().getString("items[0].content_html"))
                .isEqualTo(MARKED);
    }

    @Test
    void isKeptWhereAFeedWasReadFirst() {
        assertThat(anonymous().get("/feeds/json").jsonPath().getString("items[0].content_html"))
                .isEqualTo("<p><strong>Hola</strong></p>\n");

        eventually("it is kept", PATIENCE, () -> kept() == 1);
    }

    /** As it is when somebody has taken it back, changed it and published it again. */
    @Test
    void isMadeAnewOfAnotherVersion() {
        readAndMark();
        sql.run("UPDATE articles SET content = '*Adiós*', version = version + 1");

        assertThat(html(anonymous(), "hola")).isEqualTo("<p><em>Adiós</em></p>\n");

        eventually("the new one is kept", PATIENCE, () -> !marked());
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void isMadeAnewByOtherRules() {
        readAndMark();
        sql.run("UPDATE internal.article_html SET rules = '0 http://elsewhere.example'");

        assertThat(html(anonymous(), "hola")).isEqualTo("<p><strong>Hola</strong></p>\n");

        eventually("by today's rules", PATIENCE, () -> !marked());
    }

    @Test
    void ofADraftIsNotKept() {
        seed.draftArticle(ana, "secret");
        sql.run("UPDATE articles SET content = '*Psst*' WHERE slug = 'secret'");

        assertThat(html(as(ana), "secret")).isEqualTo("<p><em>Psst</em></p>\n");
        readAndMark();

        assertThat(kept()).isEqualTo(1);
    }

    private void readAndMark() {
        assertThat(html(anonymous(), "hola")).isEqualTo("<p><strong>Hola</strong></p>\n");
        eventually("it is kept", PATIENCE, () -> kept() == 1);
        sql.run("UPDATE internal.article_html SET html = ?", MARKED);
    }

    private long kept() {
        return sql.one(Long.class, "SELECT count(*) FROM internal.article_html");
    }

    private boolean marked() {
        return sql.one(Boolean.class, "SELECT bool_or(html = ?) FROM internal.article_html", MARKED);
    }

    private static String html(RequestSpecification reader, String slug) {
        return reader.get("/api/articles/" + slug).jsonPath().getString("contentHtml");
    }
}
