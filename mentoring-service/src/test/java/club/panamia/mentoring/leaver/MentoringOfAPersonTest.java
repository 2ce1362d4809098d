package club.panamia.mentoring.leaver;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.mentoring.letter.LeftMail;
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

/** Sessions and forms when somebody leaves, or wants to see them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class MentoringOfAPersonTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Asked asked = new Asked();

    @Inject
    EventPump pump;

    @Inject
    EncryptionKeys keys;

    @Inject
    LeftMail mail;

    private Person ana;
    private Person ben;

    @BeforeEach
    void sessions() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        session("scheduled", "");
        session("completed", ", completed_at = now()");
        sql.run("INSERT INTO intake_forms (email, form_type, form_data) VALUES ('other@example.org', 'art',"
                + " '{\"medium\": \"oil\"}'), ('ben@example.org', 'food', '{}')");
        seed.approvedProfile(ana);
        sql.run(
                "UPDATE profiles SET mentoring = '{\"enabled\": true}', availability = '{}' WHERE user_id = ?",
                ana.id());
    }

    @Test
    void areCopiedWithoutTheOthersAddress() {
        var request = asked.forACopy(ana, addresses());

        pump();

        var part = new JsonPath(asked.part(request, "mentoring-service"));
        assertThat(part.getList("sessions.status")).containsExactlyInAnyOrder("scheduled", "completed");
        assertThat(part.getList("intakeForms.form_data.medium")).containsExactly("oil");
        assertThat(asked.part(request, "mentoring-service")).doesNotContain("ben@example.org");
    }

    @Test
    void areCalledOffOrStayWithThePartner() {
        var request = asked.forErasure(ana, addresses(), "Ana");
        asked.tell("auth.user.deleted", ana, request);

        pump();

        assertThat(sql.list(String.class, "SELECT status::text FROM mentor_sessions ORDER BY 1"))
                .containsExactly("cancelled", "completed");
        assertThat(sql.list(String.class, "SELECT DISTINCT mentee_user_id FROM mentor_sessions"))
                .containsExactly(ben.id());
        assertThat(sql.list(String.class, "SELECT cancelled_role FROM mentor_sessions WHERE status = 'cancelled'"))
                .containsExactly("system");
        assertThat(sql.list(String.class, "SELECT email FROM intake_forms")).containsExactly("ben@example.org");
        assertThat(sql.list(String.class, "SELECT id FROM profiles WHERE mentoring IS NULL AND availability IS NULL"))
                .hasSize(1);
        assertThat(Traces.of(ana.id()))
                .noneMatch(place -> place.startsWith("public.mentor") || place.startsWith("public.intake"));
        assertThat(Traces.of(ana.email()))
                .noneMatch(place -> place.startsWith("public.mentor") || place.startsWith("public.intake"));
        assertThat(asked.done(request)).containsExactly("mentoring-service");
    }

    @Test
    void areForgottenWithTheirCalendarElsewhereAndWhatWasReckonedOfThem() {
        sql.run(
                "INSERT INTO internal.busy_calendar (user_id, address, given_at, due_at, busy) VALUES (?, 'sealed', now(), now(),"
                        + " '{[2030-01-01, 2030-01-02)}')",
                ana.id());
        sql.run("INSERT INTO internal.mentor_opening (user_id) VALUES (?)", ana.id());
        sql.run(
                "INSERT INTO internal.session_letter (session_id, user_id, event_id, occasion, due_at)"
                        + " SELECT id, ?, 'e', 'session-requested', now() FROM mentor_sessions LIMIT 1",
                ana.id());
        var copy = asked.forACopy(ana, addresses());
        pump();
        var part = asked.part(copy, "mentoring-service");
        assertThat(new JsonPath(part).getList("busyCalendar")).hasSize(1);
        assertThat(part).doesNotContain("sealed", "7365616c6564");

        asked.forErasure(ana, addresses(), "Ana");
        pump();

        assertThat(sql.list(
                        String.class,
                        "SELECT id FROM internal.busy_calendar UNION ALL SELECT id FROM"
                                + " internal.mentor_opening UNION ALL SELECT id FROM internal.session_letter"))
                .isEmpty();
    }

    @Test
    void areToldToThePartnerAndLeaveTheirTimeFree() {
        sql.run("INSERT INTO internal.mentor_busy (user_id, session_id, during) SELECT mentee_user_id, id,"
                + " tstzrange(scheduled_at, ends_at) FROM mentor_sessions WHERE status = 'scheduled'");
        sql.run("INSERT INTO internal.session_due (session_id, kind, due_at)"
                + " SELECT id, 'day-before', scheduled_at FROM mentor_sessions WHERE status = 'scheduled'");
        sql.run(
                "INSERT INTO internal.mentor_waiting (mentor_id, person_id, duration, wanted_from, wanted_until) VALUES (?,"
                        + " ?, 60, now(), now() + interval '1 day'), (?, ?, 60, now(), now() + interval '1 day')",
                ana.id(),
                ben.id(),
                ben.id(),
                ana.id());
        var request = asked.forErasure(ana, addresses(), "Ana");

        pump();

        assertThat(sql.list(String.class, "SELECT id FROM internal.mentor_waiting"))
                .isEmpty();
        assertThat(sql.list(
                        String.class,
                        "SELECT payload ->> 'startsAt' FROM internal.event WHERE type = 'mentoring.session.cancelled'"))
                .containsExactly("2030-01-01T10:00:00Z");
        assertThat(mail.kindsTo(ben)).containsExactly("session-cancelled");
        assertThat(mail.to(ben).getFirst().params().getString("other")).isEqualTo("Former Member");
        assertThat(sql.list(
                        String.class,
                        "SELECT id FROM internal.mentor_busy UNION ALL SELECT id FROM internal.session_due"))
                .isEmpty();
        assertThat(asked.done(request)).containsExactly("mentoring-service");
    }

    private void session(String status, String more) {
        var id = sql.one(
                String.class,
                "INSERT INTO mentor_sessions (mentor_user_id, mentor_email, mentee_user_id, mentee_email,"
                        + " scheduled_at, ends_at, topic, session_type, declined_by, cancelled_by) VALUES (?, ?, ?, ?,"
                        + " '2030-01-01 10:00Z', '2030-01-01 11:00Z', 'Watercolours', 'artistic', ?, ?) RETURNING id",
                ana.id(),
                ana.email(),
                ben.id(),
                ben.email(),
                ana.email(),
                ana.id());
        sql.run("UPDATE mentor_sessions SET status = '%s'%s WHERE id = ?".formatted(status, more), id);
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
