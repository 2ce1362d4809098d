package club.panamia.content.mine;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Library;
import club.panamia.kernel.page.PageQuery;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MineResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void listsWhatIHaveWrittenAloneOrWithOthers() {
        var ana = seed.person("ana");
        var bob = seed.person("bob");
        seed.draftArticle(ana, "draft");
        seed.publishedArticle(bob, "together");
        seed.publishedArticle(bob, "invited");
        seed.publishedArticle(bob, "not-mine");
        Library.coAuthor("together", ana, "accepted");
        Library.coAuthor("invited", ana, "pending");
        Library.reviewer("not-mine", ana);
        seed.publishedArticle(ana, "gone");
        Library.remove("gone");

        var mine = as(ana).get("/api/articles/mine")
                .then()
                .statusCode(200)
                .body("items.slug", contains("gone", "together", "draft"))
                .body("items.role", contains("author", "coauthor", "author"))
                .body("items.status", contains("removed", "published", "draft"))
                .extract();

        assertThat(mine.asString()).doesNotContain("private", "Hola.", bob.id());
    }

    @Test
    void isEmptyForWhoHasWrittenNothing() {
        seed.publishedArticle(seed.person("ana"), "hola");

        as(seed.person("bob")).get("/api/articles/mine").then().statusCode(200).body("items.size()", is(0));
    }

    @Test
    void pagesWithoutLossWhereTimesAreEqual() {
        var ana = seed.person("ana");
        sql.run("""
                INSERT INTO articles (slug, title, article_type, author_id)
                SELECT 'a-' || n, 'A', 'business_update', ? FROM generate_series(1, 25) n
                """, ana.id());

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("limit", 6)
                    .queryParam("cursor", cursor)
                    .get("/api/articles/mine")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.slug", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen)
                .isEqualTo(sql.list(String.class, "SELECT slug FROM articles ORDER BY updated_at DESC, id DESC"))
                .hasSize(25);
    }

    @Test
    void refusesStrangersAndNonsense() {
        anonymous().get("/api/articles/mine").then().statusCode(401).body("type", is("/problems/not-signed-in"));
        as(seed.person("ana")).get("/api/articles/mine?cursor=nonsense").then().statusCode(422);
    }

    @Test
    void refusesThoseWhoAreLocked() {
        var ana = seed.person("ana");
        seed.lock(ana);

        as(ana).get("/api/articles/mine").then().statusCode(401);
    }

    @Test
    void readsItsIndexes() {
        Library.fill();
        var writer = sql.one(String.class, "SELECT author_id FROM articles WHERE slug = 'article-7'");
        var values = MyArticles.values(writer, new PageQuery());

        assertThat(Plan.of(pool, MyArticles.WRITTEN_BY, values))
                .contains("articles_author_idx", "articles_co_authors_idx")
                .doesNotContain("Seq Scan");
        assertThat(Plan.forAnyValues(pool, MyArticles.WRITTEN_BY, values)).doesNotContain("Seq Scan");
    }
}
