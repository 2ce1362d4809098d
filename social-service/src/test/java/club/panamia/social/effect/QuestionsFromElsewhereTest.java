package club.panamia.social.effect;

import static club.panamia.social.Social.joined;
import static club.panamia.social.poll.Asking.read;
import static club.panamia.social.poll.Asking.timePasses;
import static club.panamia.social.poll.Asking.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.social.Peer;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people of other servers ask is shown like what is asked here, and answered from here. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class QuestionsFromElsewhereTest extends Elsewhere {

    private static final Instant SOON = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void areShownLikeThoseOfHere() {
        var id =
                asked(question("oneOf", SOON, option("Yes", 2), option("No", 1)).put("votersCount", 3));

        read(ana, id)
                .body("type", is("Question"))
                .body("content", is("What do you say?"))
                .body("poll.multiple", is(false))
                .body("poll.endsAt", is(SOON.toString()))
                .body("poll.ended", is(false))
                .body("poll.votersCount", is(3))
                .body("poll.options.name", contains("Yes", "No"))
                .body("poll.options[0].votes", nullValue());
        timePasses();
        read(ana, id).body("poll.ended", is(true)).body("poll.options.votes", contains(2, 1));
    }

    @Test
    void areAnsweredByANoteForEachChoiceToWhoAsksAlone() {
        var id = asked(question("anyOf", SOON, option("Arepas", 4), option("Tacos", 0), option("Soup", 1))
                .put("votersCount", 4));

        vote(ana, id, 2, 0)
                .statusCode(200)
                .body("votersCount", is(5))
                .body("options.votes", contains(5, 0, 2))
                .body("options.chosen", contains(true, false, true));
        vote(ana, id, 0, 2).statusCode(200);
        vote(ana, id, 1).statusCode(409);

        var sent = outgoing();
        assertThat(sent).hasSize(2).allSatisfy(one -> {
            assertThat(one).containsEntry("type", "Create").containsEntry("inbox_url", ben + "/inbox");
            assertThat(one).containsEntry("actor_uri", anaUri);
        });
        var notes = sql
                .list(
                        String.class,
                        "SELECT (body::jsonb -> 'object')::text FROM internal.outgoing_activity ORDER BY id")
                .stream()
                .map(JsonObject::new)
                .toList();
        assertThat(notes).extracting(note -> note.getString("name")).containsExactly("Arepas", "Soup");
        assertThat(notes).allSatisfy(note -> {
            assertThat(note.getString("type")).isEqualTo("Note");
            assertThat(note.getString("inReplyTo")).isEqualTo(ben + "/notes/1");
            assertThat(note.getString("attributedTo")).isEqualTo(anaUri);
            assertThat(note.getJsonArray("to")).containsExactly(ben);
            assertThat(note.containsKey("content") || note.containsKey("cc")).isFalse();
        });
    }

    @Test
    void areCountedWhereTheyAreAskedAndEndThere() {
        var id = asked(question("oneOf", SOON, option("Yes", 2), option("No", 1)));
        vote(ana, id, 0).statusCode(200).body("options.votes", contains(3, 1));

        send(activity(
                "Update",
                question("oneOf", SOON, option("Yes", 7), option("No", 9)).put("votersCount", 16)));
        read(ana, id).body("poll.options.votes", contains(7, 9)).body("poll.votersCount", is(16));
        var now = Instant.now().minusSeconds(5);
        send(activity(
                "Update",
                question("oneOf", SOON, option("Yes", 8), option("No", 9)).put("closed", now.toString())));

        read(ana, id)
                .body("poll.ended", is(true))
                .body("poll.voted", is(true))
                .body("poll.options.votes", contains(8, 9));
        vote(joined("Cleo"), id, 0).statusCode(409).body("type", is("/problems/poll-ended"));
        assertThat(count("internal.status_revision")).isZero();
    }

    @Test
    void areOthersWhereTheirAnswersChangeAndTheVotesAreVoid() {
        var id = asked(question("oneOf", SOON, option("Yes", 0), option("No", 0)));
        vote(ana, id, 0).statusCode(200);
        var eve = peer.actor("Eve");
        var forged = activity("Update", question("oneOf", SOON, option("A", 0), option("B", 0)));
        Peer.send(eve, "/ap/inbox", forged.put("actor", eve)).statusCode(202);
        inbox.drain();
        read(ana, id).body("poll.voted", is(true));

        send(activity("Update", question("oneOf", SOON, option("Yes", 0), option("Never", 0))));

        read(ana, id)
                .body("poll.voted", is(false))
                .body("poll.votersCount", is(0))
                .body("poll.options.name", contains("Yes", "Never"));
    }

    @Test
    void mayGoOnWithoutAnEnd() {
        var id = asked(question("oneOf", null, option("Yes", 1), option("No", 1)));

        vote(ana, id, 1).statusCode(200).body("endsAt", nullValue()).body("votersCount", is(3));
    }

    @Test
    void areWordsAloneWhereNobodyCouldChoose() {
        for (var options : List.of(
                List.of(option("Alone", 0)),
                List.of(option("Same", 0), option("Same", 0)),
                List.of(option("", 0), option("No", 0)),
                List.of(option("x".repeat(501), 0), option("No", 0)),
                Collections.nCopies(21, option("Many", 0)))) {
            sql.run("DELETE FROM social_statuses");
            var id = asked(question("oneOf", SOON, options.toArray(JsonObject[]::new)));

            read(ana, id).body("content", is("What do you say?")).body("poll", nullValue());
        }
        assertThat(count("internal.poll")).isZero();
        assertThat(states()).doesNotContain("waiting", "parked", "dropped");
    }

    @Test
    void doNotBelieveNumbersThatAreNone() {
        var id = asked(question("anyOf", SOON, option("Yes", -5), option("No", Long.MAX_VALUE))
                .put("votersCount", "many")
                .put("endTime", "+999999999-12-31T23:59:59Z"));

        read(ana, id).body("poll.votersCount", is(1_000_000_000)).body("poll.endsAt", nullValue());
    }

    private String asked(JsonObject question) {
        send(activity("Create", question));
        return sql.one(String.class, "SELECT id FROM social_statuses WHERE is_remote");
    }

    private JsonObject question(String kind, Instant end, JsonObject... options) {
        return note("1", "What do you say?")
                .put("type", "Question")
                .put("published", Instant.now().toString())
                .put("endTime", end == null ? null : end.toString())
                .put(kind, new JsonArray(List.of(options)));
    }

    private static JsonObject option(String name, long votes) {
        return new JsonObject()
                .put("type", "Note")
                .put("name", name)
                .put("replies", new JsonObject().put("type", "Collection").put("totalItems", votes));
    }
}
