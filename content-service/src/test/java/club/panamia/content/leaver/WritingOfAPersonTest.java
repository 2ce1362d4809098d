package club.panamia.content.leaver;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.content.comment.Posts;
import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.database.Traces;
import club.panamia.testing.seed.Asked;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Articles when their author leaves, or wants to see them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class WritingOfAPersonTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Asked asked = new Asked();

    @Inject
    EventPump pump;

    @Inject
    EncryptionKeys keys;

    private Person ana;
    private Person ben;

    @BeforeEach
    void articles() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        seed.draftArticle(ana, "draft");
        seed.publishedArticle(ana, "young");
        seed.publishedArticle(ana, "old");
        sql.run("UPDATE articles SET published_at = now() - interval '4 months' WHERE slug = 'old'");
        seed.publishedArticle(ben, "bens");
        sql.run(
                "UPDATE articles SET removed_by = ?, co_authors = jsonb_build_array("
                        + "jsonb_build_object('userId', ?::text, 'status', 'accepted', 'invitationMessage', 'Come, Ana'),"
                        + "jsonb_build_object('userId', 'somebody', 'status', 'pending')),"
                        + " reviewed_by = jsonb_build_object('userId', ?::text, 'status', 'approved', 'comments', jsonb_build_array("
                        + "jsonb_build_object('id', 'c1', 'userId', ?::text, 'text', 'Who says so?'),"
                        + "jsonb_build_object('id', 'c2', 'userId', 'somebody', 'text', 'I do.'))) WHERE slug = 'bens'",
                ana.id(),
                ana.id(),
                ana.id(),
                ana.id());
        sql.run(
                "INSERT INTO article_announcements (article_id, author_id, content) SELECT id, ?, 'Read this' FROM articles"
                        + " WHERE slug = 'bens'",
                ana.id());
        sql.run("UPDATE articles SET mastodon_post_url = 'https://m.example/@ana/1' WHERE slug = 'old'");
        sql.run("INSERT INTO internal.mastodon_thread (article_id, post_url) SELECT id, mastodon_post_url FROM articles"
                + " WHERE slug = 'old'");
        sql.run(
                "INSERT INTO internal.hidden_comment (status_id, article_id, hidden_by, reason) SELECT ?, id, ?, 'Rude' FROM articles"
                        + " WHERE slug = 'bens'",
                new Posts().reply(new Posts().actor("eve", "far.example"), null, "public", Posts.NOON),
                ana.id());
    }

    @Test
    void areCopiedForTheirAuthor() {
        var request = asked.forACopy(ana, addresses());

        pump();

        var part = new JsonPath(asked.part(request, "content-service"));
        assertThat(part.getList("articles.slug")).containsExactlyInAnyOrder("draft", "young", "old");
        assertThat(part.getList("coAuthorships.article")).containsExactly("bens");
        assertThat(part.getList("reviews.review.status")).containsExactly("approved");
        assertThat(part.getList("reviewComments.comment.text")).containsExactly("Who says so?");
        assertThat(part.getList("announcements.content")).containsExactly("Read this");
        assertThat(part.getList("hiddenComments.reason")).containsExactly("Rude");
    }

    @Test
    void stayUnderANameOnceTheyBelongToTheCommunity() {
        var request = asked.forErasure(ana, addresses(), "Ana");

        pump();

        assertThat(sql.list(String.class, "SELECT slug FROM articles ORDER BY slug"))
                .containsExactly("bens", "old");
        assertThat(sql.rows("SELECT author_id, credited_as FROM articles WHERE slug = 'old'")
                        .getFirst())
                .containsEntry("author_id", null)
                .containsEntry("credited_as", "Ana");
        assertThat(sql.list(
                        String.class,
                        "SELECT entry ->> 'status' FROM articles, jsonb_array_elements(co_authors) AS entry"))
                .containsExactly("accepted", "pending");
        assertThat(sql.list(String.class, """
                SELECT a.slug FROM internal.event e JOIN articles a ON a.id = e.payload ->> 'articleId'
                 WHERE e.type = 'content.article.recredited' ORDER BY a.slug"""))
                .as("others hear who stands behind them now")
                .containsExactly("bens", "old");
        assertThat(sql.list(
                        String.class,
                        "SELECT concat_ws(' ', c ->> 'userId', c ->> 'text') FROM articles,"
                                + " jsonb_array_elements(reviewed_by -> 'comments') AS c"))
                .containsExactly("Who says so?", "somebody I do.");
        assertThat(sql.list(String.class, "SELECT id FROM article_announcements"))
                .isEmpty();
        assertThat(Traces.of(ana.id()))
                .noneMatch(place -> place.startsWith("public.article") || place.startsWith("internal.hidden_comment"));
        assertThat(Traces.of("https://m.example/@ana/1")).isEmpty();
        assertThat(Traces.of("Come, Ana")).isEmpty();
        assertThat(asked.done(request)).containsExactly("content-service");
    }

    @Test
    void stayUnderNoNameWhereThatWasWishedAndAgainWithoutHarm() {
        var request = asked.forErasure(ana, addresses(), null);
        asked.tell("auth.user.deleted", ana, request);

        pump();

        assertThat(sql.rows("SELECT author_id, credited_as FROM articles WHERE slug = 'old'")
                        .getFirst())
                .containsEntry("author_id", null)
                .containsEntry("credited_as", null);
        assertThat(sql.one(String.class, "SELECT author_id FROM articles WHERE slug = 'bens'"))
                .isEqualTo(ben.id());
    }

    @Test
    void areNobodysBusinessOnceTheRequestIsGone() {
        asked.tell("auth.user.export-requested", ana, "gone");
        asked.tell("auth.user.deleted", ana, "gone");

        pump();

        assertThat(sql.one(Long.class, "SELECT count(*) FROM articles")).isEqualTo(4);
        assertThat(sql.list(String.class, "SELECT service FROM internal.subject_request_part"))
                .isEmpty();
    }

    private byte[] addresses() {
        return SealedAddresses.seal(List.of("Ana@Example.org", "other@example.org"), ana.id(), keys);
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
