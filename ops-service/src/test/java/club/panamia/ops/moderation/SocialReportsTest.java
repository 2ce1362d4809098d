package club.panamia.ops.moderation;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is reported in social-service stands beside what is reported elsewhere. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SocialReportsTest {

    private static final String PATH = "/api/ops/reports";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person mod;
    private Person ben;
    private String eve;

    @BeforeEach
    void people() {
        mod = seed.withRole("Moe", "contentModerator");
        ben = seed.person("Ben");
        eve = sql.one(String.class, """
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, public_key)
                VALUES ('eve', 'far.example', 'https://far.example/eve', 'i', 'o', 'f', 'g', 'k') RETURNING id
                """);
    }

    @Test
    void showsActorsAndPostsAmongTheReportsOfArticles() {
        var first = ofEve();
        var article = ofArticle();
        var third = ofPost("<p>Buy <b>pills</b></p>");

        list("").body("items.id", is(List.of(first, article, third)))
                .body("items.source", is(List.of("social", "article", "social")))
                .body("items[0].title", is("@eve"))
                .body("items[0].path", is("https://far.example/eve"))
                .body("items[0].state", is("good"))
                .body("items[0].author", is("eve@far.example"))
                .body("items[0].reporter", is("Ben"))
                .body("items[1].author", is("Ana"))
                .body("items[2].title", is("Buy  pills"))
                .body("items[2].path", is("https://far.example/1"));
        list("?source=social&reason=spam").body("items.id", is(List.of(first, third)));
    }

    @Test
    void leadsNowhereThatIsNoPage() {
        ofPost("Hola");
        sql.run("UPDATE social_statuses SET url = 'javascript:alert(1)'");
        sql.run("UPDATE social_actors SET uri = 'http://far.example/eve'");

        list("").body("items[0].path", is("/"));
    }

    @Test
    void settlesOneOnce() {
        var id = ofEve();

        settle(id).statusCode(204);

        settle(id).statusCode(409).body("type", is("/problems/report-already-settled"));
        assertThat(sql.one(String.class, "SELECT outcome || ' by ' || settled_by FROM internal.social_report"))
                .isEqualTo("upheld by " + mod.id());
        list("").body("items", hasSize(0));
    }

    private ValidatableResponse settle(String id) {
        return as(mod).contentType(ContentType.JSON)
                .body("{\"outcome\": \"upheld\"}")
                .put(PATH + "/social/" + id + "/settlement")
                .then();
    }

    private ValidatableResponse list(String query) {
        return as(mod).get(PATH + query).then().statusCode(200);
    }

    private String ofEve() {
        return sql.one(
                String.class,
                "INSERT INTO internal.social_report (about, actor_id, reporter_id, reason) VALUES ('actor', ?, ?, 'spam') RETURNING id",
                eve,
                ben.id());
    }

    private String ofPost(String wording) {
        var status = sql.one(
                String.class,
                "INSERT INTO social_statuses (uri, url, actor_id, visibility, published)"
                        + " VALUES ('https://far.example/1', 'https://far.example/1', ?, 'public', now()) RETURNING id",
                eve);
        return sql.one(
                String.class,
                "INSERT INTO internal.social_report (about, actor_id, status_id, wording, reporter_id, reason)"
                        + " VALUES ('post', ?, ?, ?, ?, 'spam') RETURNING id",
                eve,
                status,
                wording,
                ben.id());
    }

    private String ofArticle() {
        return sql.one(
                String.class,
                "INSERT INTO internal.article_report (article_id, reporter_id, reason) VALUES (?, ?, 'other') RETURNING id",
                seed.publishedArticle(seed.person("Ana"), "hola"),
                ben.id());
    }
}
