package club.panamia.engagement.mentoring;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import club.panamia.engagement.notification.Told;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SessionNoticesTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person tomas;
    private Person elena;
    private String session;

    @BeforeEach
    void aSession() {
        tomas = seed.person("tomas");
        elena = seed.person("elena");
        session = sql.one(String.class, """
                INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, session_id, scheduled_at, ends_at, topic, session_type,
                                             decline_reason, cancel_reason)
                VALUES (?, ?, 'room_of_the_two_of_us', now() + interval '1 day', now() + interval '25 hours', 'How to bake', 'artistic',
                        'No time', 'I am ill')
                RETURNING id
                """, tomas.id(), elena.id());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "requested,    elena, tomas,        Invite, /m/schedule, -, -, elena asks for a session about How to bake",
                "accepted,     tomas, elena,        Accept, ROOM, -, -, tomas accepted the session about How to bake",
                "declined,     tomas, elena,        Reject, /m/schedule, No time, -, tomas declined the session about How to bake",
                "cancelled,    elena, tomas,        Delete, /m/schedule, I am ill, 90 days, elena cancelled the session about How to bake",
                "cancelled,    -,      elena tomas, Delete, /m/schedule, I am ill, 90 days, Somebody cancelled the session about How to bake",
                "request-expiring, -,  tomas,       Update, /m/schedule, -, 90 days, The request for a session about How to bake is about to end; please answer it",
                "expired,      -,      elena tomas, Undo, /m/schedule, -, 90 days, Nobody answered the request for a session about How to bake in time",
                "proposed,     tomas, elena,        Update, /m/schedule, -, 90 days, tomas proposes another time for the session about How to bake",
                "rescheduled,  elena, tomas,        Update, ROOM, -, 90 days, The session about How to bake has a new time",
                "started,      tomas, elena,        Create, ROOM, -, 90 days, The session about How to bake has begun",
                "completed,    -,      elena tomas, Update, ROOM, -, 90 days, The session about How to bake is over",
                "no-show,      tomas, elena,        Delete, /m/schedule, -, 90 days, The session about How to bake did not take place",
                "reminder-due, -,      elena tomas, Update, ROOM, -, 90 days, The session about How to bake begins in 60 minutes",
                "feedback-due, -,      elena tomas, Update, ROOM, -, 90 days, How was the session about How to bake?",
            })
    void tellTheOtherOrBothOnce(
            String step,
            @Nullable String actor,
            String readers,
            String type,
            String url,
            @Nullable String message,
            @Nullable String kept,
            String sentence) {
        happened(step, actor, session);

        pump();
        sql.run("UPDATE internal.event_cursor SET position = 0 WHERE consumer = 'engagement-service'");
        pump();

        assertThat(sql.list(String.class, """
                SELECT concat_ws('|', u.screenname, n.type, n.context, n.object_type, n.object_title, n.object_url,
                                 n.message, (n.expires_at - n.created_at)::text)
                  FROM notifications n JOIN users u ON u.id = n.target ORDER BY u.screenname
                """))
                .isEqualTo(List.of(readers.split(" ")).stream()
                        .map(reader -> "%s|%s|mentoring|session|How to bake|%s%s%s"
                                .formatted(
                                        reader,
                                        type,
                                        url.replace("ROOM", "/m/session/room_of_the_two_of_us"),
                                        message == null ? "" : "|" + message,
                                        kept == null ? "" : "|" + kept))
                        .toList());
        as(readers.startsWith("elena") ? elena : tomas)
                .get("/api/notifications")
                .then()
                .body("items[0].displayMessage", is(sentence))
                .body("items[0].object", is(session));
        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void areNotMailedWhereTheSessionsOwnServiceWritesALetter() {
        happened("accepted", "tomas", session);
        happened("started", "tomas", session);

        pump();

        assertThat(
                        sql.list(
                                String.class,
                                "SELECT concat_ws(' ', kind, state, reason) FROM internal.notification_delivery WHERE channel = 'email' ORDER BY id"))
                .containsExactly("session-accepted withheld own-letter", "session-started queued");
    }

    @Test
    void tellWhoWaitsOfATimeThatIsFree() {
        sql.run("""
                INSERT INTO internal.event (type, payload)
                VALUES ('mentoring.waiting.offered', jsonb_build_object('waitingId', 'w-1', 'mentorId', ?::text, 'personId', ?::text,
                          'startsAt', now() + interval '1 day', 'duration', 30, 'until', now() + interval '121 minutes'))
                """, tomas.id(), elena.id());

        pump();

        as(elena)
                .get("/api/notifications")
                .then()
                .body("items.size()", is(1))
                .body("items[0].objectUrl", is("/m/schedule"))
                .body("items[0].object", is("w-1"))
                .body(
                        "items[0].displayMessage",
                        matchesPattern("A time that you wait for is free; it is kept for you for 12[01] minutes"));
        as(tomas).get("/api/notifications").then().body("items.size()", is(0));
    }

    @Test
    void knowASessionByItsRoom() {
        happened("requested", "elena", "room_of_the_two_of_us");

        pump();

        as(tomas).get("/api/notifications").then().body("items[0].object", is(session));
    }

    @Test
    void tellNobodyOfASessionThatIsGone() {
        happened("requested", "elena", "another-session");

        pump();

        assertThat(sql.list(String.class, "SELECT id FROM notifications")).isEmpty();
    }

    /** As mentoring-service records it. */
    private void happened(String step, @Nullable String actor, String sessionId) {
        sql.run("""
                INSERT INTO internal.event (type, actor_id, payload)
                VALUES ('mentoring.session.' || ?, ?::text, jsonb_strip_nulls(jsonb_build_object(
                          'sessionId', ?::text, 'mentorId', ?::text, 'menteeId', ?::text, 'actorId', ?::text,
                          'startsAt', '2026-03-01T12:00:00Z', 'minutes', 60, 'version', 3)))
                """, step, idOf(actor), sessionId, tomas.id(), elena.id(), idOf(actor));
    }

    private @Nullable String idOf(@Nullable String name) {
        return switch (name) {
            case null -> null;
            case "tomas" -> tomas.id();
            default -> elena.id();
        };
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
