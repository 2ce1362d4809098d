package club.panamia.content.reading;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Library;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ArticlesResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsCardsOfWhatIsPublished() {
        var ana = seed.person("ana");
        seed.publishedArticle(ana, "hola");
        seed.draftArticle(ana, "secret");
        Library.coAuthor("hola", seed.person("bob"), "accepted");
        Library.coAuthor("hola", seed.person("carla"), "pending");
        Library.reviewer("hola", seed.person("dan"));

        var list = anonymous()
                .get("/api/articles")
                .then()
                .statusCode(200)
                .body("items.slug", is(List.of("hola")))
                .body("items[0].author.screenname", is("ana"))
                .body("items[0].coAuthorCount", is(1))
                .body("nextCursor", nullValue())
                .extract();

        assertThat(list.jsonPath().getMap("items[0]").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "id",
                        "slug",
                        "title",
                        "articleType",
                        "language",
                        "tags",
                        "readingTime",
                        "publishedAt",
                        "author",
                        "coAuthorCount");
        assertThat(list.asString()).doesNotContain("private", "@", "Hola.", ana.id());
    }

    @Test
    void leavesOutTheNameOfAFormerMember() {
        seed.publishedArticle(seed.person("ana"), "hola");
        seed.publishedArticle(seed.person("bob"), "adios");
        sql.run("UPDATE articles SET author_id = NULL WHERE slug = 'hola'");
        Library.forget("bob");

        anonymous()
                .get("/api/articles")
                .then()
                .statusCode(200)
                .body("items.size()", is(2))
                .body("items[0].author", nullValue())
                .body("items[1].author", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "type,business_update,b",
        "type,community_commentary,'c,a'",
        "type,staff_update,''",
        "type,'','c,b,a'",
        "tag,food,'c,a'",
        "tag,' FOOD ','c,a'",
        "tag,none,''",
        "tag,'','c,b,a'",
    })
    void filters(String parameter, String value, String slugs) {
        threeArticles();

        assertThat(String.join(",", slugs(parameter, value))).isEqualTo(slugs);
    }

    @Test
    void findsWhatSomebodyWroteAloneOrWithOthers() {
        threeArticles();
        var bob = seed.person("Bob");
        seed.publishedArticle(bob, "bobs");
        Library.coAuthor("a", bob, "accepted");
        Library.coAuthor("b", bob, "pending");

        assertThat(slugs("author", "bob")).containsExactly("bobs", "a");
        assertThat(slugs("author", "bob", "tag", "food")).containsExactly("a");
        assertThat(slugs("author", "nobody")).isEmpty();
    }

    @Test
    void combinesFilters() {
        threeArticles();

        assertThat(slugs("type", "community_commentary", "tag", "food")).containsExactly("c", "a");
        assertThat(slugs("type", "business_update", "tag", "food")).isEmpty();
    }

    @Test
    void pagesWithoutLossWhereTimesAreEqualAndArticlesComeIn() {
        var ana = seed.person("ana");
        sql.run("""
                INSERT INTO articles (slug, title, article_type, author_id, status, published_at)
                SELECT 'a-' || n, 'A', 'business_update', ?, 'published', now() - (n / 10) * interval '1 day'
                  FROM generate_series(1, 40) n
                """, ana.id());
        var all = sql.list(String.class, "SELECT slug FROM articles ORDER BY published_at DESC, id DESC");

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = anonymous()
                    .queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get("/api/articles")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.slug", String.class));
            cursor = page.getString("nextCursor");
            seed.publishedArticle(ana, "late-" + seen.size());
        } while (cursor != null);

        assertThat(seen).isEqualTo(all).hasSize(40);
    }

    @ParameterizedTest
    @CsvSource({"type,gossip", "cursor,nonsense", "limit,101", "limit,0", "tag,1234567890123456789012345678901"})
    void refusesWhatItDoesNotKnow(String parameter, String value) {
        anonymous()
                .queryParam(parameter, value)
                .get("/api/articles")
                .then()
                .statusCode(422)
                .body("errors[0].path", is(parameter));
    }

    private void threeArticles() {
        var ana = seed.person("ana");
        seed.publishedArticle(ana, "a");
        seed.publishedArticle(ana, "b");
        seed.publishedArticle(ana, "c");
        sql.run("UPDATE articles SET article_type = 'business_update' WHERE slug = 'b'");
        sql.run("UPDATE articles SET tags = '{art,food}' WHERE slug IN ('a', 'c')");
    }

    private static List<String> slugs(String... query) {
        var request = anonymous();
        for (var i = 0; i + 1 < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/api/articles")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.slug");
    }
}
