package club.panamia.content.reading;

import static club.panamia.testing.http.Callers.anonymous;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RepliesResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private String parent;

    @BeforeEach
    void aParent() {
        ana = seed.person("ana");
        parent = seed.publishedArticle(ana, "parent");
        seed.draftArticle(ana, "draft");
    }

    @Test
    void listsWhatAnswersIt() {
        seed.publishedArticle(ana, "first");
        seed.publishedArticle(ana, "second");
        seed.publishedArticle(ana, "other");
        sql.run("UPDATE articles SET in_reply_to = ? WHERE slug IN ('first', 'second', 'draft')", parent);

        anonymous()
                .queryParam("limit", 1)
                .get("/api/articles/parent/replies")
                .then()
                .statusCode(200)
                .body("items.slug", contains("second"));
        var cursor = anonymous()
                .queryParam("limit", 1)
                .get("/api/articles/parent/replies")
                .path("nextCursor");
        anonymous()
                .queryParam("cursor", cursor)
                .get("/api/articles/parent/replies")
                .then()
                .body("items.slug", contains("first"))
                .body("items[0].author.screenname", is("ana"));
    }

    @Test
    void listsWhatIsAboutTheSame() {
        for (var slug : new String[] {"one", "two", "none"}) {
            seed.publishedArticle(ana, slug);
        }
        sql.run("UPDATE articles SET tags = '{food,art,dance}' WHERE slug = 'parent'");
        sql.run("UPDATE articles SET tags = '{food}' WHERE slug IN ('one', 'draft')");
        sql.run("UPDATE articles SET tags = '{art,food}' WHERE slug = 'two'");

        anonymous().get("/api/articles/parent/related").then().statusCode(200).body("slug", contains("two", "one"));
        anonymous().get("/api/articles/none/related").then().statusCode(200).body("$", empty());
    }

    @Test
    void isOfPublishedOnes() {
        for (var slug : new String[] {"draft", "nothing"}) {
            anonymous().get("/api/articles/" + slug + "/replies").then().statusCode(404);
            anonymous()
                    .get("/api/articles/" + slug + "/related")
                    .then()
                    .statusCode(404)
                    .body("type", is("/problems/no-such-article"));
        }
        anonymous()
                .queryParam("limit", 0)
                .get("/api/articles/parent/replies")
                .then()
                .statusCode(422);
    }
}
