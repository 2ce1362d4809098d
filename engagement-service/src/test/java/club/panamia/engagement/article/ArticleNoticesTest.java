package club.panamia.engagement.article;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ArticleNoticesTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person ana;
    private Person ben;
    private Person eva;
    private Person rio;
    private String article;

    @BeforeEach
    void anArticleWithItsPeople() {
        ana = seed.person("ana");
        ben = seed.person("ben");
        eva = seed.person("eva");
        rio = seed.person("rio");
        article = seed.publishedArticle(ana, "hola");
        sql.run("""
                UPDATE articles SET co_authors = jsonb_build_array(
                  jsonb_build_object('userId', ?::text, 'status', 'accepted'),
                  jsonb_build_object('userId', ?::text, 'status', 'pending', 'invitationMessage', 'Come, Eva'))
                """, ben.id(), eva.id());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "coauthor.invited,         ana, eva, eva,     Invite, coauthor, /a/hola/invite, Come, never",
                "coauthor.accepted,        ben, ben, ana,     Accept, coauthor, /a/hola/edit, -, never",
                "coauthor.declined,        eva, eva, ana,     Reject, coauthor, /a/hola/edit, -, never",
                "coauthor.left,            ben, ben, ana,     Undo,   coauthor, /a/hola/edit, -, 90 days",
                "review.requested,         ana, rio, rio,     Invite, review, /a/hola/review, -, never",
                "review.reminded,          ana, rio, rio,     Invite, review, /a/hola/review, -, never",
                "review.commented,         rio, rio, ana ben, Create, review, /a/hola/review, -, 90 days",
                "review.commented,         ben, ben, ana rio, Create, review, /a/hola/review, -, 90 days",
                "review.approved,          rio, rio, ana ben, Accept, review, /a/hola/edit, -, never",
                "review.revision-wanted,   rio, rio, ana ben, Update, review, /a/hola/edit, -, 90 days",
                "article.published,        ana, -,   ben rio, Create, article, /a/hola, -, 90 days",
                "article.schedule-missed,  -,   -,   ana ben, Update, article, /a/hola/edit, -, 90 days",
                "article.removed,          moe, -,   ana ben, Delete, article, /a/hola, Against the rules., 90 days",
                "article.restored,         moe, -,   ana ben, Undo,   article, /a/hola, -, 90 days",
            })
    void tellThoseWhomItConcernsOnce(
            String event,
            String actor,
            String about,
            String readers,
            String type,
            String context,
            String url,
            String message,
            String kept) {
        sql.run("UPDATE articles SET removal_reason = 'Against the rules.'");
        happened(event, idOf(actor), idOf(about));

        pump();
        sql.run("UPDATE internal.event_cursor SET position = 0 WHERE consumer = 'engagement-service'");
        pump();

        assertThat(sql.list(String.class, """
                SELECT concat_ws('|', u.screenname, n.type, n.context, n.object_url, n.object_title, n.actor_screenname,
                                 (n.expires_at - n.created_at)::text)
                  FROM notifications n JOIN users u ON u.id = n.target ORDER BY u.screenname
                """)).isEqualTo(expected(readers, type, context, url, actor, kept));
        assertThat(sql.list(String.class, "SELECT coalesce(message, '-') FROM notifications"))
                .allMatch(said -> message == null ? said.equals("-") : said.startsWith(message));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    @Test
    void tellOfAPublicationOnceHoweverOftenItIsTakenBack() {
        happened("article.published", ana.id(), null);
        happened("article.published", ana.id(), null);

        pump();

        assertThat(told(ben)).isEqualTo(1);
    }

    @Test
    void tellTheAuthorOfWhatIsAnswered() {
        var zoe = seed.person("zoe");
        var first = seed.publishedArticle(zoe, "first");
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('content.article.published', ?, jsonb_build_object(
                          'articleId', ?::text, 'authorId', ?::text, 'coAuthors', jsonb_build_array(?::text),
                          'inReplyTo', ?::text, 'version', 3))
                """, ana.id(), article, ana.id(), zoe.id(), first);

        pump();

        assertThat(told(zoe)).isEqualTo(1);
        as(zoe).get("/api/notifications").then().body("items[0].objectUrl", is("/a/hola"));
    }

    @ParameterizedTest
    @CsvSource({"liked, Like, 1", "boosted, Announce, 1", "answered, Create, 2"})
    void tellAuthorsWhatPeopleOfOtherServersDoWithIt(String verb, String type, int times) {
        for (var n = 0; n < 2; n++) {
            sql.run("""
                    INSERT INTO internal.event (type, payload)
                    VALUES ('social.article.' || ?, jsonb_strip_nulls(jsonb_build_object(
                              'articleId', ?::text, 'actorId', 'far', 'authors', jsonb_build_array(?::text, ?::text),
                              'statusId', CASE WHEN ? = 'answered' THEN ?::text END)))""", verb, article, ana.id(), ben.id(), verb, "answer" + n);
        }

        pump();

        assertThat(told(ana)).isEqualTo(times);
        assertThat(told(ben)).isEqualTo(times);
        assertThat(sql.list(
                        String.class,
                        "SELECT DISTINCT concat_ws(' ', type::text, object_url, object_title) FROM notifications"))
                .containsExactly(type + " /a/hola Title of hola");
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    @Test
    void tellAuthorsAndReviewerThatAModeratorDecided() {
        happened("review.overridden", "moe", rio.id());

        pump();

        assertThat(sql.list(String.class, """
            SELECT concat_ws(' ', u.screenname, n.type, n.context) FROM notifications n JOIN users u ON u.id = n.target
             ORDER BY 1
            """))
                .containsExactly("ana Accept review", "ben Accept review", "rio Undo review");
    }

    @Test
    void tellNobodyOfWhatIsGone() {
        happened("coauthor.invited", ana.id(), eva.id());
        sql.run("DELETE FROM articles");

        pump();

        assertThat(sql.list(String.class, "SELECT id FROM notifications")).isEmpty();
        assertThat(sql.list(String.class, "SELECT id FROM internal.parked_event"))
                .isEmpty();
    }

    private static List<String> expected(
            String readers, String type, String context, String url, String actor, String kept) {
        var name = actor == null || actor.equals("moe") ? "" : "|" + actor;
        return Arrays.stream(readers.split(" "))
                .map(reader -> "%s|%s|%s|%s|Title of hola%s%s"
                        .formatted(reader, type, context, url, name, kept.equals("never") ? "" : "|" + kept))
                .toList();
    }

    /** As content-service records it. */
    private void happened(String event, String actor, String about) {
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('content.' || ?, ?, jsonb_strip_nulls(jsonb_build_object(
                          'articleId', ?::text, 'authorId', ?::text, 'coAuthors', jsonb_build_array(?::text),
                          'reviewerId', ?::text, 'userId', ?::text, 'version', 3)))
                """, event, actor, article, ana.id(), ben.id(), rio.id(), about);
    }

    private String idOf(String screenname) {
        return switch (screenname) {
            case null -> null;
            case "ana" -> ana.id();
            case "ben" -> ben.id();
            case "eva" -> eva.id();
            case "rio" -> rio.id();
            default -> screenname;
        };
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
    }

    private long told(Person person) {
        return sql.one(Long.class, "SELECT count(*) FROM notifications WHERE target = ?", person.id());
    }
}
