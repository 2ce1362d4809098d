package club.panamia.content.announcement;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Library;
import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AnnouncementResourceTest {

    private static final String PREPARED = "content.announcement.prepared";
    private static final String WITHDRAWN = "content.announcement.withdrawn";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ben;

    @BeforeEach
    void aDraftOfTwo() {
        ana = seed.person("ana");
        ben = Walk.member("ben");
        Walk.draft(ana, "Hola");
        Walk.invite(ana, "hola", ben).statusCode(200);
        Walk.accept(ben, "hola").statusCode(200);
    }

    @Test
    void isOneOfEachAuthorAndSeenByNobodyElse() {
        prepare(ana, " Read what we wrote. ").statusCode(204);
        prepare(ben, "Lean.").statusCode(204);

        read(ana)
                .statusCode(200)
                .body("text", is("Read what we wrote."))
                .body("posted", is(false))
                .body("statusId", nullValue());
        read(ben).body("text", is("Lean."));
        assertThat(Walk.events()).doesNotContain(PREPARED);
    }

    @Test
    void canBeSaidInOtherWordsUntilItIsPosted() {
        prepare(ana, "First.").statusCode(204);
        prepare(ana, "Second.").statusCode(204);
        read(ana).body("text", is("Second."));

        posted(ana);

        prepare(ana, "Third.").statusCode(409).body("type", is("/problems/announcement-already-posted"));
        read(ana).body("text", is("Second.")).body("posted", is(true)).body("statusId", is("s-ana"));
    }

    @Test
    void isOneHoweverFastItIsClicked() {
        var answers = Race.of(6, i -> () -> prepare(ana, "Words " + i).extract().statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM article_announcements"))
                .isEqualTo(1);
    }

    @Test
    void isDueAtOnceWhereTheArticleIsOutAlready() {
        Walk.publish(ana, "hola").statusCode(200);

        prepare(ben, "Late, but here.").statusCode(204);

        assertThat(Walk.events()).last().isEqualTo(PREPARED);
        assertThat(Walk.lastEvent())
                .containsEntry("authorId", ben.id())
                .containsEntry("announcementId", sql.one(String.class, "SELECT id FROM article_announcements"));
    }

    /** Either the announcement was there before the article was published, or an event says that its post is due. */
    @Test
    void isNeverForgottenBetweenPreparingAndPublishing() {
        var answers = Race.of(
                2,
                i -> () -> (i == 0 ? prepare(ana, "Now.") : Walk.publish(ana, "hola"))
                        .extract()
                        .statusCode());

        assertThat(answers).containsExactly(204, 200);
        assertThat(sql.one(Boolean.class, """
            SELECT EXISTS (SELECT FROM internal.event WHERE type = 'content.announcement.prepared')
                OR (SELECT id FROM article_announcements)
                   < (SELECT id FROM internal.event WHERE type = 'content.article.published')
            """)).isTrue();
    }

    @Test
    void saysThatAPostMustGoWhenItIsTakenBack() {
        prepare(ana, "Read.").statusCode(204);
        posted(ana);

        withdraw(ana).statusCode(204);
        withdraw(ana).statusCode(204);

        assertThat(Walk.events()).filteredOn(WITHDRAWN::equals).hasSize(1);
        assertThat(Walk.lastEvent()).containsEntry("statusId", "s-ana").containsEntry("authorId", ana.id());
        read(ana).statusCode(404).body("type", is("/problems/no-announcement"));
    }

    @Test
    void goesWithACoAuthorWhoLeavesOrIsTakenOff() {
        prepare(ben, "Lean.").statusCode(204);
        Walk.leave(ben, "hola").statusCode(204);
        assertThat(sql.list(String.class, "SELECT id FROM article_announcements"))
                .isEmpty();
        assertThat(Walk.events()).last().isEqualTo(WITHDRAWN);

        Walk.invite(ana, "hola", ben).statusCode(200);
        Walk.accept(ben, "hola").statusCode(200);
        prepare(ben, "Lean.").statusCode(204);
        Walk.withdraw(ana, "hola", ben).statusCode(204);
        assertThat(sql.list(String.class, "SELECT id FROM article_announcements"))
                .isEmpty();
    }

    @Test
    void outlivesThatTheArticleIsTakenBackAndPublishedAgain() {
        prepare(ana, "Read.").statusCode(204);
        Walk.publish(ana, "hola").statusCode(200);
        posted(ana);

        Walk.unpublish(ana, "hola").statusCode(200);
        Walk.publish(ana, "hola").statusCode(200);

        assertThat(sql.list(String.class, "SELECT status_id FROM article_announcements"))
                .containsExactly("s-ana");
        assertThat(Walk.events())
                .endsWith("content.article.published", "content.article.unpublished", "content.article.published");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 501})
    void hasTheLengthOfAPost(int length) {
        prepare(ana, "x".repeat(length)).statusCode(422).body("errors[0].path", is("/text"));
    }

    @Test
    void isForItsAuthors() {
        var rio = Walk.member("rio");
        Walk.request(ana, "hola", rio).statusCode(200);

        prepare(rio, "Mine.").statusCode(403).body("type", is("/problems/not-your-part"));
        read(rio).statusCode(403);
        withdraw(rio).statusCode(403);
        prepare(seed.person("zoe"), "Mine.").statusCode(404);
        anonymous().put(Walk.path("hola", "/announcement")).then().statusCode(401);
        anonymous().get(Walk.path("hola", "/announcement")).then().statusCode(401);
        anonymous().delete(Walk.path("hola", "/announcement")).then().statusCode(401);
        sql.run("UPDATE articles SET published_at = now()");
        Library.remove("hola");
        prepare(ana, "Now.").statusCode(409).body("type", is("/problems/article-in-wrong-state"));
    }

    /** As social-service does. */
    private void posted(Person person) {
        sql.run(
                "UPDATE article_announcements SET status_id = 's-' || ? WHERE author_id = ?",
                person.screenname(),
                person.id());
    }

    private static ValidatableResponse prepare(Person person, String text) {
        return Walk.put(person, Walk.path("hola", "/announcement"), Map.of("text", text));
    }

    private static ValidatableResponse read(Person person) {
        return as(person).get(Walk.path("hola", "/announcement")).then();
    }

    private static ValidatableResponse withdraw(Person person) {
        return as(person).delete(Walk.path("hola", "/announcement")).then();
    }
}
