package club.panamia.content.comment;

import static club.panamia.content.comment.Posts.NOON;
import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.content.Library;
import club.panamia.kernel.page.PageQuery;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Planner;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class CommentsResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Posts posts = new Posts();

    @Inject
    Pool pool;

    private Person ana;
    private String anna;
    private String zoe;
    private String post;

    @BeforeEach
    void anAnnouncedArticle() {
        ana = seed.person("ana");
        var article = seed.publishedArticle(ana, "hola");
        anna = posts.actor("ana", "pana.example");
        zoe = posts.actor("zoe", "far.example");
        post = posts.announcement(ana, article, anna);
    }

    @Test
    void areTheRepliesToItsAnnouncementsOldestFirst() {
        var answer = posts.reply(zoe, post, "public", NOON.plusSeconds(9));
        var first = posts.reply(zoe, post, "quiet", NOON.plusSeconds(1));
        var back = posts.reply(anna, first, "public", NOON.plusSeconds(5));
        posts.reply(zoe, posts.reply(anna, null, "public", NOON), "public", NOON);

        comments()
                .body("items.id", contains(first, back, answer))
                .body("items.depth", contains(1, 2, 1))
                .body("items.inReplyTo", contains(post, first, post))
                .body("items[0].content", is("<p>Said</p>"))
                .body("items[0].author.username", is("zoe"))
                .body("items[0].author.domain", is("far.example"))
                .body("items[0].author.name", is("Called zoe"));
    }

    @Test
    void areTheRepliesToTheArticleItselfFromOtherServersAlsoOfTheTimeBeforeItWasOutAgain() {
        posts.knownElsewhere("https://pana.example/ap/articles/1", "hola", anna);
        posts.knownElsewhere("https://pana.example/ap/articles/2", "hola", anna);
        var former = posts.answer(zoe, "https://pana.example/ap/articles/1", "public", NOON);
        var answer = posts.answer(zoe, "https://pana.example/ap/articles/2", "quiet", NOON.plusSeconds(1));
        var back = posts.reply(anna, answer, "public", NOON.plusSeconds(2));
        posts.answer(zoe, "https://pana.example/ap/articles/2", "followers", NOON);

        comments()
                .body("items.id", contains(former, answer, back))
                .body("items.depth", contains(1, 1, 2))
                .body("items[1].inReplyTo", is("https://pana.example/ap/articles/2"));

        sql.run(
                "INSERT INTO internal.hidden_comment (status_id, article_id, hidden_by, reason) SELECT ?, id, author_id, 'Rude'"
                        + " FROM articles",
                answer);
        comments().body("items.id", contains(former));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "followers", "direct"})
    void areOnlyThoseThatEverybodyMayRead(String visibility) {
        var narrow = posts.reply(zoe, post, visibility, NOON);
        posts.reply(anna, narrow, "public", NOON);

        comments().body("items", empty());
    }

    @Test
    void leaveOutWhatSomebodySuspendedSaid() {
        posts.reply(zoe, post, "public", NOON);
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE id = ?", zoe);
        var left = posts.reply(anna, post, "public", NOON);

        comments().body("items.id", contains(left));
    }

    @Test
    void leaveOutDraftsAndWhatIsOverOrHasNoWords() {
        sql.run("UPDATE social_statuses SET is_draft = true WHERE id = ?", posts.reply(zoe, post, "public", NOON));
        sql.run("UPDATE social_statuses SET expires_at = now() WHERE id = ?", posts.reply(zoe, post, "public", NOON));
        sql.run("UPDATE social_statuses SET content = NULL WHERE id = ?", posts.reply(zoe, post, "public", NOON));
        var left = posts.reply(anna, post, "public", NOON);

        comments().body("items.id", contains(left));
    }

    @Test
    void comeInPagesAlsoWhereManyWereSaidAtOnce() {
        var said = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            said.add(posts.reply(zoe, post, "public", NOON));
        }

        var read = new ArrayList<String>();
        var cursor = "";
        do {
            var page = anonymous()
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get("/api/articles/hola/comments")
                    .then()
                    .statusCode(200);
            read.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("nextCursor");
        } while (cursor != null);

        assertThat(read).isEqualTo(said.stream().sorted().toList());
    }

    @Test
    void goThirtyRepliesDeepAndNoDeeper() {
        var last = post;
        for (var i = 0; i < 32; i++) {
            last = posts.reply(zoe, last, "public", NOON.plusSeconds(i));
        }

        List<Integer> depths = comments().extract().path("items.depth");
        assertThat(depths).hasSize(30).contains(30).doesNotContain(31);
    }

    @Test
    void standUnderNothingThatIsNotPublished() {
        seed.draftArticle(ana, "secret");

        anonymous()
                .get("/api/articles/secret/comments")
                .then()
                .statusCode(404)
                .body("type", is("/problems/no-such-article"));
        anonymous().get("/api/articles/hola/comments?cursor=!").then().statusCode(422);
    }

    @Test
    void areReadByIndexesAlone() {
        Library.fill();
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published)
                SELECT 'https://noise.example/' || n, ?, 'public', 'x', now() FROM generate_series(1, 20000) n
                """, zoe);
        sql.run("""
                INSERT INTO article_announcements (article_id, author_id, content)
                SELECT id, ?, 'x' FROM articles WHERE slug <> 'hola'
                """, ana.id());
        posts.reply(zoe, post, "public", NOON);
        Planner.knows("social_statuses, article_announcements");
        var article = sql.one(String.class, "SELECT id FROM articles WHERE slug = 'hola'");

        assertThat(Plan.of(pool, Comments.SHOWN, Comments.values(article, new PageQuery())))
                .contains("social_statuses_in_reply_to_id_idx")
                .contains("social_statuses_in_reply_to_uri_idx")
                .doesNotContain("Seq Scan on social_statuses")
                .doesNotContain("Seq Scan on article_announcements");
    }

    private static ValidatableResponse comments() {
        return anonymous().get("/api/articles/hola/comments?limit=100").then().statusCode(200);
    }
}
