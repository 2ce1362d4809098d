package club.panamia.content.tag;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

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
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TagsResourceTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    private Person ana;

    @BeforeEach
    void anAuthor() {
        ana = new Seed().person("ana");
    }

    @Test
    void countsWhatIsPublished() {
        article("a", "published", "arte,musica");
        article("b", "published", "arte");
        article("c", "draft", "arte,secreto");
        article("d", "removed", "arte");

        tags("").body("tag", contains("arte", "musica")).body("articles", contains(2, 1));
        tags("/Arte").body("tag", is("arte")).body("articles", is(2)).body("latest", notNullValue());
    }

    @Test
    void narrowsByHowTheyBegin() {
        article("a", "published", "música,mural,arte,%");

        tags("?q=MU").body("tag", contains("mural", "música"));
        anonymous().queryParam("q", "%").get("/api/articles/tags").then().body("tag", contains("%"));
        tags("?q=zz").body("$", hasSize(0));
    }

    @Test
    void listsAHundred() {
        for (var i = 0; i < 21; i++) {
            article("a" + i, "published", "t%1$d-1,t%1$d-2,t%1$d-3,t%1$d-4,t%1$d-5".formatted(i));
        }

        tags("").body("$", hasSize(100));
    }

    @Test
    void knowsNoTagOfWhatNobodyMayRead() {
        article("c", "draft", "secreto");

        anonymous().get("/api/articles/tags/secreto").then().statusCode(404).body("type", is("/problems/not-found"));
        tags("").body("$", hasSize(0));
    }

    @Test
    void refusesWhatIsTooLong() {
        anonymous().get("/api/articles/tags?q=" + "x".repeat(31)).then().statusCode(422);
        anonymous().get("/api/articles/tags/" + "x".repeat(31)).then().statusCode(422);
        anonymous().queryParam("q", "a\u0007").get("/api/articles/tags").then().statusCode(422);
    }

    @Test
    void countsOneByAnIndex() {
        Library.fill();

        assertThat(Plan.of(pool, Tags.MOST_USED, Tuple.of("")))
                .contains("Index Only Scan using articles_tags_used_idx")
                .doesNotContain("Seq Scan");
        assertThat(Plan.of(pool, Tags.ONE, Tuple.of("tag-7"))).doesNotContain("Seq Scan");
        assertThat(Plan.forAnyValues(pool, Tags.ONE, Tuple.of("tag-7"))).doesNotContain("Seq Scan");
    }

    private static ValidatableResponse tags(String rest) {
        return anonymous().get("/api/articles/tags" + rest).then().statusCode(200);
    }

    private void article(String slug, String status, String tags) {
        TestDatabase.get().sql().run("""
            INSERT INTO articles (slug, title, article_type, author_id, tags, status, published_at, removed_at, removal_reason)
            VALUES (?, 'A title', 'business_update', ?, string_to_array(?, ','), ?::article_status, now(), now(),
                    'against the rules')
            """, slug, ana.id(), tags, status);
    }
}
