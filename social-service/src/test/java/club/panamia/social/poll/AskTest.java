package club.panamia.social.poll;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.social.poll.Asking.asked;
import static club.panamia.social.poll.Asking.poll;
import static club.panamia.social.poll.Asking.read;
import static club.panamia.social.poll.Asking.timePasses;
import static club.panamia.social.poll.Asking.vote;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AskTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void asksWhatCanBeAnsweredByChoosing() {
        var id = asked(ana, "public", true, " Arepas ", "Tacos", "Both");

        var post = read(ben, id)
                .body("type", is("Question"))
                .body("poll.multiple", is(true))
                .body("poll.ended", is(false))
                .body("poll.voted", is(false))
                .body("poll.votersCount", is(0))
                .body("poll.options.name", contains("Arepas", "Tacos", "Both"))
                .body("poll.options[0].votes", nullValue())
                .extract()
                .jsonPath();
        assertThat(Instant.parse(post.getString("poll.endsAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(58)),
                        Instant.now().plus(Duration.ofMinutes(61)));
        read(ben, said(ana, "No question", "public")).body("type", is("Note")).body("poll", nullValue());
    }

    @Test
    void refusesWhatIsNoPoll() {
        refused(poll(false, "One"));
        refused(poll(false, "1", "2", "3", "4", "5", "6", "7", "8", "9"));
        refused(poll(false, "Same", "same "));
        refused(poll(false, "Yes", " "));
        refused(poll(false, "x".repeat(81), "No"));
        refused(poll(false, "a\u0007b", "No"));
        refused(Map.of("options", List.of("Yes", "No"), "minutes", 4));
        refused(Map.of("options", List.of("Yes", "No"), "minutes", 43201));
        refused(Map.of("options", List.of("Yes", "No")));
        refused(Map.of("minutes", 5));
        refused(Map.of("options", Collections.nCopies(2, List.of()), "minutes", 5));

        var blank = draft(" ", "public");
        blank.put("poll", poll(false, "Yes", "No"));
        post(ana, blank).statusCode(422);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_statuses")).isZero();
    }

    private void refused(Map<String, Object> poll) {
        var draft = new HashMap<>(draft("What?", "public"));
        draft.put("poll", poll);
        assertThat(post(ana, draft).extract().statusCode()).as("%s", poll).isIn(400, 422);
    }

    @Test
    void beginsAnewWhereTheAnswersChange() {
        var id = asked(ana, "public", false, "Yes", "No");
        vote(ben, id, 0).statusCode(200);
        var before = sql.one(Long.class, "SELECT count(*) FROM internal.ballot");

        edit(id, "What do you say?", poll(false, "Yes", "Never"))
                .statusCode(200)
                .body("editedAt", notNullValue());

        assertThat(before).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.ballot")).isZero();
        read(ben, id)
                .body("poll.voted", is(false))
                .body("poll.votersCount", is(0))
                .body("poll.options.name", contains("Yes", "Never"));
        vote(ben, id, 1).statusCode(200).body("options.votes", contains(0, 1));
    }

    @Test
    void keepsVotesWhereOnlyTheWordsChange() {
        var id = asked(ana, "public", false, "Yes", "No");
        vote(ben, id, 0).statusCode(200);

        edit(id, "And now?", null).statusCode(200);
        edit(id, "And now?", poll(false, "Yes", "No")).statusCode(200);

        read(ana, id).body("content", is("<p>And now?</p>")).body("poll.options.votes", contains(1, 0));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.status_revision"))
                .isOne();
    }

    @Test
    void changesNeitherWhatIsOverNorWhatAskedNothing() {
        var id = asked(ana, "public", false, "Yes", "No");
        timePasses();

        edit(id, "x", poll(false, "Yes", "Never")).statusCode(409).body("type", is("/problems/poll-ended"));
        edit(said(ana, "Hola", "public"), "Hola", poll(false, "Yes", "No"))
                .statusCode(404)
                .body("type", is("/problems/no-such-poll"));
        edit(id, "The words can", null).statusCode(200);
        read(ben, id).body("poll.options.name", contains("Yes", "No"));
    }

    @Test
    void waitsInADraftAndBeginsWhenItIsPosted() {
        var draft = draft("What?", "public");
        draft.put("poll", poll(true, "Yes", "No"));
        var kept = as(ana).contentType(ContentType.JSON)
                .body(draft)
                .post("/api/social/drafts")
                .then()
                .statusCode(201)
                .body("post.poll.options", contains("Yes", "No"))
                .extract()
                .jsonPath()
                .getString("id");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.poll")).isZero();

        var id = as(ana).post("/api/social/drafts/" + kept + "/publication")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        read(ben, id).body("poll.multiple", is(true)).body("poll.options.name", contains("Yes", "No"));
    }

    private ValidatableResponse edit(String id, String content, Map<String, Object> poll) {
        var change = new HashMap<String, Object>();
        change.put("content", content);
        change.put("poll", poll);
        return as(ana).contentType(ContentType.JSON)
                .body(change)
                .put("/api/social/statuses/" + id)
                .then();
    }
}
