package club.panamia.mentoring.letter;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.asked;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SessionLettersTest {

    private static final String REASON = "{\"reason\": \"I am ill.\"}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    LeftMail mail;

    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndAMentee() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
    }

    @Test
    void tellTheMentorOfARequestAndBothOfTheAnswer() {
        var session = asked(ana, ben, "10:00");
        assertThat(mail.kindsTo(ben)).containsExactly("session-requested");
        assertThat(mail.to(ana)).isEmpty();

        step(ben, session, "acceptance").then().statusCode(200);

        assertThat(mail.kindsTo(ben)).containsExactly("session-requested", "session-accepted");
        assertThat(mail.kindsTo(ana)).containsExactly("session-accepted");
    }

    @Test
    void sayTheTimeOnTheReadersOwnClockAndInTheirLanguage() {
        sql.run("UPDATE profiles SET mail_locale = 'es' WHERE user_id = ?", ben.id());

        agreed(ana, ben, "10:00");

        var toAna = mail.to(ana).getFirst();
        var toBen = mail.to(ben).getFirst();
        assertThat(toAna.params().getString("when")).endsWith(", 16:00 (Europe/Madrid)");
        assertThat(toAna.params().getString("other")).isEqualTo("Person Ben");
        assertThat(toBen.params().getString("when"))
                .endsWith(", 10:00 (America/New_York)")
                .contains(" de ");
        assertThat(toBen.locale()).isEqualTo("es");
        assertThat(toAna.locale()).isEqualTo("en");
    }

    @Test
    void holdNobodyElsesAddress() {
        agreed(ana, ben, "10:00");

        assertThat(allOf(mail.to(ana).getFirst())).contains(ana.email()).doesNotContain(ben.email());
        assertThat(allOf(mail.to(ben).getFirst())).contains(ben.email()).doesNotContain(ana.email());
    }

    @Test
    void inviteChangeAndCancelOneAndTheSameEvent() {
        var session = agreed(ana, ben, "10:00");
        mail.to(ana);
        step(ana, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("19:00")))
                .then()
                .statusCode(200);
        assertThat(mail.kindsTo(ben)).endsWith("session-proposed");
        assertThat(mail.kindsTo(ana)).as("who proposed it knows").containsExactly("session-accepted");
        step(ben, session, "proposal/acceptance").then().statusCode(200);
        mail.to(ana);
        step(ben, session, "cancellation", REASON).then().statusCode(200);

        var letters = mail.to(ana);
        assertThat(letters)
                .extracting(LeftMail.Letter::template)
                .containsExactly("session-accepted", "session-moved", "session-cancelled");
        assertThat(letters.get(0).invitation()).contains("METHOD:REQUEST", "SEQUENCE:0\r\n", "STATUS:CONFIRMED");
        assertThat(letters.get(1).invitation()).contains("METHOD:REQUEST", "SEQUENCE:1\r\n", "STATUS:CONFIRMED");
        assertThat(letters.get(2).invitation()).contains("METHOD:CANCEL", "SEQUENCE:2\r\n", "STATUS:CANCELLED");
        assertThat(letters).extracting(letter -> line(letter, "UID:")).containsOnly(line(letters.getFirst(), "UID:"));
        assertThat(letters)
                .extracting(letter -> line(letter, "ORGANIZER"))
                .containsOnly("ORGANIZER;CN=Pana MIA Club:mailto:session-" + session + "@localhost");
        assertThat(unfolded(letters.getFirst().invitation()))
                .contains("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:" + ana.email() + "\r\n");
        assertThat(letters.get(2).params().getString("reason")).isEqualTo("I am ill.");
    }

    @Test
    void tellNobodyOfAProposalThatIsAnsweredAlready() {
        var session = agreed(ana, ben, "10:00");
        step(ben, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("19:00")))
                .then()
                .statusCode(200);
        step(ana, session, "proposal/acceptance").then().statusCode(200);

        assertThat(mail.kindsTo(ana)).containsExactly("session-accepted", "session-moved");
    }

    @Test
    void cancelNothingInCalendarsThatWereNeverInvited() {
        var session = asked(ana, ben, "10:00");
        step(ana, session, "cancellation", REASON).then().statusCode(200);
        var declined = asked(ana, ben, "12:00");
        step(ben, declined, "decline", REASON).then().statusCode(200);

        assertThat(mail.kindsTo(ana)).containsExactly("session-cancelled", "session-declined");
        assertThat(mail.to(ana)).extracting(LeftMail.Letter::invitation).containsOnlyNulls();
        assertThat(mail.kindsTo(ben)).as("of what is over only its end").containsExactly("session-cancelled");
    }

    @Test
    void areNotWrittenToWhoWantsNoneOrHasNotProvenTheirAddress() {
        sql.run(
                "INSERT INTO internal.notification_preference (user_id, category, channel, wanted) VALUES (?,"
                        + " 'mentoringRequests', 'email', false)",
                ana.id());
        sql.run("UPDATE users SET email_proven_at = NULL WHERE id = ?", ben.id());

        agreed(ana, ben, "10:00");

        assertThat(mail.to(ana)).isEmpty();
        assertThat(mail.to(ben)).isEmpty();
    }

    @Test
    void areWrittenOnceHoweverOftenAnEventIsHandled() {
        agreed(ana, ben, "10:00");
        mail.to(ana);

        sql.run("UPDATE internal.event_cursor SET position = 0 WHERE consumer = 'mentoring-service'");

        assertThat(mail.kindsTo(ana)).containsExactly("session-accepted");
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    private static String allOf(LeftMail.Letter letter) {
        return letter.params().encode() + unfolded(letter.invitation());
    }

    private static String line(LeftMail.Letter letter, String start) {
        return unfolded(letter.invitation())
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }
}
