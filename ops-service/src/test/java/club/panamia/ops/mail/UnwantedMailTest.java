package club.panamia.ops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.ops.provider.Brevo;
import club.panamia.ops.provider.RudeSmtp.Manner;
import club.panamia.ops.provider.Smtp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of mails when servers and readers do not want them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class UnwantedMailTest {

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
    void sendsByTheSecondProviderWhileTheFirstIsAway() {
        Brevo.up();
        var id = posted.signIn();

        Smtp.whileDown(this::send);

        assertThat(Posted.state(id)).isEqualTo("sent");
        assertThat(Posted.field(String.class, "sent_by", id)).isEqualTo("brevo");
        assertThat(Brevo.sent()).hasSize(1);
    }

    @Test
    void parksWhatAServerRefusesForGoodAndSparesTheAddressFromThenOn() {
        var first = posted.signIn();

        Smtp.whileRude(Manner.KNOWS_NO_SUCH_MAILBOX, this::send);
        var second = posted.signIn();
        send();

        assertThat(Posted.state(first)).isEqualTo("parked");
        assertThat(Posted.field(String.class, "error", first)).startsWith("SMTP 550");
        assertThat(Posted.state(second)).isEqualTo("suppressed");
        assertThat(Posted.field(Boolean.class, "params IS NULL", second)).isTrue();
        assertThat(Smtp.received()).isEmpty();
    }

    @Test
    void parksALetterThatIsRefusedAndGoesOnWritingToItsAddress() {
        var first = posted.signIn();

        Smtp.whileRude(Manner.REFUSES_LETTERS, this::send);
        var second = posted.signIn();
        send();

        assertThat(Posted.state(first)).isEqualTo("parked");
        assertThat(Posted.state(second)).isEqualTo("sent");
    }

    @Test
    void triesAgainWhatAServerDoesNotWantYet() {
        var id = posted.signIn();

        Smtp.whileRude(Manner.NOT_YET, this::send);

        assertThat(Posted.state(id)).isEqualTo("queued");
        assertThat(Posted.field(String.class, "error", id)).isNotBlank();
        Posted.makeDue(id);
        send();
        assertThat(Posted.state(id)).isEqualTo("sent");
    }

    @Test
    void isPatientWithASlowServer() {
        var id = posted.signIn();

        Smtp.whileRude(Manner.SLOW, this::send);

        assertThat(Posted.state(id)).isEqualTo("sent");
    }

    /** More mails than the mailer keeps connections, so that each of them is stuck once. */
    @Test
    void goesOnAfterAServerThatSaidNothing() {
        var ids = IntStream.range(0, 8).mapToObj(i -> posted.signIn()).toList();

        Smtp.whileRude(Manner.SILENT, this::send);

        assertThat(ids).extracting(Posted::state).containsOnly("queued");
        ids.forEach(Posted::makeDue);
        send();
        assertThat(ids).extracting(Posted::state).containsOnly("sent");
    }

    @Test
    void sendsNothingOfAListToWhoComplainedButStillSignsThemIn() {
        sql.run("INSERT INTO internal.mail_suppression (address, complained_at) VALUES ('ana@example.org', now())");
        var list = posted.mail("profile-submitted", "en", Map.of("unsubscribe", "http://localhost:8080/leave?k=1"));
        var signIn = posted.signIn();

        send();

        assertThat(Posted.state(list)).isEqualTo("suppressed");
        assertThat(Posted.state(signIn)).isEqualTo("sent");
    }

    @Test
    void writesAgainToAnAddressThatWasLifted() {
        sql.run("INSERT INTO internal.mail_suppression (address, bounced_at, lifted_at)"
                + " VALUES ('ana@example.org', now() - interval '1 day', now())");
        var id = posted.signIn();

        send();

        assertThat(Posted.state(id)).isEqualTo("sent");
    }

    @Test
    void sendsOnlySoManyAMinuteToOneDomain() {
        var ids = IntStream.range(0, 73).mapToObj(i -> posted.signIn()).toList();

        send();

        assertThat(Smtp.received()).hasSize(70);
        assertThat(ids).extracting(Posted::state).filteredOn("queued"::equals).hasSize(3);
        assertThat(sql.list(
                        Boolean.class,
                        "SELECT attempts = 0 AND error IS NULL AND next_attempt_at > now() + interval '30 seconds'"
                                + " FROM internal.mail_outbox WHERE state = 'queued'"))
                .containsOnly(true);
    }

    private void send() {
        sender.run().await().atMost(PATIENCE);
    }
}
