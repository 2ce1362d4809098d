package club.panamia.ops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.ops.provider.Brevo;
import club.panamia.ops.provider.Smtp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@WithTestResource(value = Smtp.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Brevo.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(EmptyTables.class)
class SendDueMailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Posted posted;

    @Inject
    SendDueMail sender;

    @BeforeEach
    void noMailYet() {
        Smtp.empty();
        Brevo.down();
    }

    @Test
    void sendsAMailOnceAndForgetsWhatWasInIt() throws Exception {
        var id = posted.signIn();

        send();
        send();

        var mail = Smtp.onlyOne();
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@localhost>");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ana@example.org");
        assertThat(mail.getHeader("Cc")).isNull();
        assertThat(mail.getFrom()[0].toString()).contains("hello@panamia.club");
        assertThat(Posted.state(id)).isEqualTo("sent");
        assertThat(Posted.field(Boolean.class, "params IS NULL AND sent_at IS NOT NULL", id))
                .isTrue();
    }

    @Test
    void attachesAnInvitationAsCalendarsUnderstandIt() throws Exception {
        var calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nSUMMARY:Ñandú\r\nEND:VCALENDAR\r\n";
        posted.mail(
                "session-cancelled",
                "en",
                Map.of(
                        "topic", "Glazes",
                        "other", "Ben",
                        "when", "today",
                        "link", "http://localhost:8080/m/session/x",
                        "invitation", calendar));

        send();

        var parts = (Multipart) Smtp.onlyOne().getContent();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        var attached = parts.getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("invite.ics");
        assertThat(new ContentType(attached.getContentType()))
                .returns("text/calendar", ContentType::getBaseType)
                .returns("CANCEL", type -> type.getParameter("method"));
        assertThat(new String(attached.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(calendar);
    }

    @Test
    void triesAgainLaterWhenTheMailServerIsAway() {
        var id = posted.signIn();

        Smtp.whileDown(this::send);

        assertThat(Posted.state(id)).isEqualTo("queued");
        assertThat(Posted.field(Integer.class, "attempts", id)).isEqualTo(1);
        assertThat(Posted.field(String.class, "error", id)).isNotBlank();
        assertThat(Posted.field(Double.class, "extract(epoch FROM next_attempt_at - updated_at)::float8", id))
                .isBetween(22.0, 38.0);
        send();
        assertThat(Smtp.received()).as("not before its time").isEmpty();
        Posted.makeDue(id);
        send();
        assertThat(Posted.state(id)).isEqualTo("sent");
        assertThat(Posted.field(Boolean.class, "error IS NULL", id)).isTrue();
        assertThat(Smtp.received()).hasSize(1);
    }

    @Test
    void isNotMisledByAConnectionThatTheServerHasClosed() {
        posted.signIn();
        send();
        Smtp.whileDown(() -> {});
        var id = posted.signIn();

        send();

        assertThat(Posted.state(id)).isEqualTo("sent");
        assertThat(Posted.field(Integer.class, "attempts", id)).isEqualTo(1);
    }

    @Test
    void waitsLongerEachTimeAndParksAfterTheEighth() {
        var id = posted.signIn();

        Smtp.whileDown(() -> {
            for (var attempt = 1; attempt < Outbox.ATTEMPTS; attempt++) {
                Posted.makeDue(id);
                send();
                assertThat(Posted.state(id)).isEqualTo("queued");
                assertThat(Posted.field(Double.class, "extract(epoch FROM next_attempt_at - updated_at)::float8", id))
                        .isCloseTo(15 * Math.pow(2, attempt), org.assertj.core.data.Percentage.withPercentage(26));
            }
            Posted.makeDue(id);
            send();
        });

        assertThat(Posted.state(id)).isEqualTo("parked");
        assertThat(Posted.field(Integer.class, "attempts", id)).isEqualTo(8);
    }

    @Test
    void wipesAMailThatCameTooLateInsteadOfSendingIt() {
        var id = posted.mail("sign-in", "en", Posted.LINK, Duration.ofSeconds(-1));

        send();

        assertThat(Smtp.received()).isEmpty();
        assertThat(Posted.state(id)).isEqualTo("expired");
        assertThat(Posted.field(Boolean.class, "params IS NULL", id)).isTrue();
    }

    @Test
    void parksAMailWithoutATemplateAndSendsTheOthers() {
        var unknown = posted.mail("no-such-thing", "en", Map.of());
        var known = posted.signIn();

        send();

        assertThat(Posted.state(unknown)).isEqualTo("parked");
        assertThat(Posted.field(String.class, "error", unknown)).isEqualTo("There is no template 'no-such-thing'.");
        assertThat(Posted.state(known)).isEqualTo("sent");
    }

    @Test
    void parksAMailThatLacksAParameter() {
        var id = posted.mail("sign-in", "en", Map.of("host", "pana.example"));

        send();

        assertThat(Smtp.received()).isEmpty();
        assertThat(Posted.state(id)).isEqualTo("parked");
        assertThat(Posted.field(String.class, "error", id)).contains("sign-in", "link");
    }

    @Test
    void triesAgainWhenNoKeyOpensTheParameters() {
        var id = posted.signIn();
        sql.run("UPDATE internal.mail_outbox SET params = 'x' WHERE id = ?", id);

        send();

        assertThat(Posted.state(id)).isEqualTo("queued");
        assertThat(Posted.field(String.class, "error", id)).contains("ciphertext");
    }

    @Test
    void goesOnByItselfAfterTheDatabaseWasAway() {
        var id = posted.signIn();
        sql.run("REVOKE UPDATE ON internal.mail_outbox FROM pana_ops");
        try {
            send();
        } finally {
            sql.run("GRANT UPDATE ON internal.mail_outbox TO pana_ops");
        }
        assertThat(Smtp.received()).isEmpty();

        send();

        assertThat(Posted.state(id)).isEqualTo("sent");
    }

    /** As after a death between sending and noting it: the row is still queued, with all that it held. */
    @Test
    void sendsAgainUnderTheSameMessageIdWhenItCouldNotNoteThatItHad() {
        var id = posted.signIn();
        var params = Posted.field(byte[].class, "params", id);
        send();
        sql.run(
                "UPDATE internal.mail_outbox SET state = 'queued', sent_at = NULL, params = ?, next_attempt_at = now() WHERE id = ?",
                params,
                id);

        send();

        assertThat(Smtp.messageIds()).hasSize(2).containsOnly("<" + id + "@localhost>");
    }

    private void send() {
        sender.run().await().atMost(PATIENCE);
    }
}
