package club.panamia.social.announcement;

import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AnnounceArticleTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private String article;

    @Inject
    EventPump pump;

    @BeforeEach
    void anArticle() {
        ana = joined("Ana");
        var ben = joined("Ben");
        article = seed.publishedArticle(ana, "hola");
        announced(ana, "Read *this* #clay");
        announced(ben, "And I helped");
        announced(seed.person("Nil"), "I take no part");
    }

    private void announced(Person author, String words) {
        sql.run(
                "INSERT INTO article_announcements (article_id, author_id, content) VALUES (?, ?, ?)",
                article,
                author.id(),
                words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"content.article.published", "content.article.restored", "content.announcement.prepared"})
    void saysEachOnceHoweverOftenOneHearsOfIt(String type) {
        happened(type, null);
        happened(type, null);
        happened("content.article.published", null);

        assertThat(posts()).hasSize(2);
        var id = sql.one(String.class, "SELECT status_id FROM article_announcements WHERE author_id = ?", ana.id());
        anonymous()
                .get("/api/social/statuses/" + id)
                .then()
                .statusCode(200)
                .body("articleId", is(article))
                .body("visibility", is("public"))
                .body("actor.username", is("Ana"))
                .body("content", containsString("<em>this</em>"))
                .body("content", containsString("href=\"http://localhost:8080/a/hola\""));
        assertThat(sql.list(
                        String.class, "SELECT status_id FROM article_announcements WHERE content = 'I take no part'"))
                .containsOnlyNulls();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event WHERE type = 'social.status.posted'"))
                .isEqualTo(2);
    }

    @Test
    void saysNothingOfAnArticleThatIsNotOut() {
        sql.run("UPDATE articles SET status = 'draft', published_at = NULL");

        happened("content.article.published", null);

        assertThat(posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"content.article.unpublished,draft", "content.article.removed,removed"})
    void takesAllBackWithTheArticleAndSaysItAnewWhenItIsOutAgain(String type, String state) {
        happened("content.article.published", null);
        var first = posts();
        happened(type, null);
        assertThat(posts()).as("an article that is out again by now").isEqualTo(first);

        sql.run(
                "UPDATE articles SET status = CAST(? AS article_status), removed_at = CASE WHEN ? = 'removed' THEN"
                        + " now() END, removal_reason = CASE WHEN ? = 'removed' THEN 'A good reason' END",
                state,
                state,
                state);
        happened(type, null);
        assertThat(posts()).isEmpty();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.tombstone WHERE told AND former_type = 'Note'"))
                .isEqualTo(2);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event WHERE type = 'social.status.deleted'"))
                .isEqualTo(2);

        sql.run("UPDATE articles SET status = 'published'");
        happened("content.article.published", null);
        assertThat(posts()).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @Test
    void takesOneBackWithItsAnnouncement() {
        happened("content.article.published", null);
        var id = sql.one(String.class, "SELECT status_id FROM article_announcements WHERE author_id = ?", ana.id());
        sql.run("DELETE FROM article_announcements WHERE author_id = ?", ana.id());

        happened("content.announcement.withdrawn", id);
        happened("content.announcement.withdrawn", id);

        assertThat(posts()).hasSize(1).doesNotContain(id);
    }

    @Test
    void staysSilentOfWhatItsAuthorHasDeleted() {
        happened("content.article.published", null);
        var id = sql.one(String.class, "SELECT status_id FROM article_announcements WHERE author_id = ?", ana.id());
        as(ana).delete("/api/social/statuses/" + id).then().statusCode(204);

        happened("content.article.published", null);

        assertThat(posts()).hasSize(1);
    }

    private void happened(String type, String statusId) {
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES (?, jsonb_build_object('articleId', CAST(? AS"
                        + " text), 'statusId', CAST(? AS text)))",
                type,
                article,
                statusId);
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    private List<String> posts() {
        return sql.list(String.class, "SELECT id FROM social_statuses ORDER BY id");
    }
}
