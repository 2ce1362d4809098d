package club.panamia.content.history;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Walk;
import club.panamia.kernel.page.PageQuery;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class HistoryResourceTest {

    private final Seed seed = new Seed();

    @Inject
    Pool pool;

    private Person ana;
    private Person ben;
    private String slug;

    @BeforeEach
    void aPublishedArticle() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        slug = Walk.draft(ana, "Hola");
        Walk.invite(ana, slug, ben).statusCode(200);
        Walk.accept(ben, slug).statusCode(200);
        Walk.publish(ana, slug).statusCode(200);
    }

    @Test
    void saysWhatWasDoneByWhomAndWhy() {
        var moe = seed.withRole("moe", "contentModerator");
        Walk.remove(moe, slug, "Against the rules.").statusCode(200);

        as(ana).get(Walk.path(slug, "/history"))
                .then()
                .statusCode(200)
                .body(
                        "items.step",
                        contains("article-removed", "article-published", "coauthor-accepted", "coauthor-invited"))
                .body("items.actorScreenname", contains("moe", "ana", "ben", "ana"))
                .body("items[0].reason", is("Against the rules."))
                .body("items[3].subjectScreenname", is("ben"));
        as(ben).get(Walk.path(slug, "/history")).then().statusCode(200);
        as(moe).get(Walk.path(slug, "/history")).then().statusCode(200);
    }

    @Test
    void comesInPages() {
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ana).queryParam("limit", 1)
                    .queryParam("cursor", cursor)
                    .get(Walk.path(slug, "/history"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.step", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("article-published", "coauthor-accepted", "coauthor-invited");
    }

    @Test
    void isNoReadersBusiness() {
        as(seed.person("zoe")).get(Walk.path(slug, "/history")).then().statusCode(404);
        anonymous().get(Walk.path(slug, "/history")).then().statusCode(401);
        as(ana).queryParam("limit", 0).get(Walk.path(slug, "/history")).then().statusCode(422);

        var draft = Walk.draft(ana, "Other");
        Walk.invite(ana, draft, ben).statusCode(200);
        as(ben).get(Walk.path(draft, "/history")).then().statusCode(403).body("type", is("/problems/not-your-part"));
    }

    @Test
    void readsAnIndex() {
        TestDatabase.get().sql().run("""
                INSERT INTO internal.article_history (article_id, actor_id, step)
                SELECT id, 'somebody', 'article-published' FROM articles, generate_series(1, 5000)
                """);
        TestDatabase.get().sql().run("ANALYZE internal.article_history");

        assertThat(Plan.of(pool, History.OF_ONE, History.values("a1", new PageQuery())))
                .contains("article_history_article_id_idx");
    }
}
