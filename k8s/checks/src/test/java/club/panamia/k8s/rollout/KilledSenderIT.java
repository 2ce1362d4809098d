package club.panamia.k8s.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The process that sends mail is killed between the mail server's word that it has a letter and the row that says so. */
@Timeout(400)
class KilledSenderIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final LocalDatabase database = LocalDatabase.get();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final HoldingSmtp mailServer = new HoldingSmtp();
    private final Pod pod = new Pod(database, SuiteService.OPS, "sender-" + run)
            .with("SMTP_HOST", "127.0.0.1")
            .with("SMTP_PORT", Integer.toString(mailServer.port()))
            .with("SMTP_START_TLS", "DISABLED");

    @AfterEach
    void close() {
        pod.terminate();
        mailServer.close();
    }

    @Test
    void sendsTheLetterAgainUnderTheSameIdAndLosesNone() {
        pod.start().mustBecomeReady();
        ask("ana");
        var first = mailServer.next(SOON);
        ask("ben");

        pod.suspend();
        first.take();
        pod.kill();

        assertThat(outbox()).containsExactly("ana queued 1", "ben queued 0");
        endLoans();
        pod.startService();
        pod.mustBecomeReady();
        var again = mailServer.next(SOON);
        again.take();
        var other = mailServer.next(SOON);
        other.take();
        assertThat(Waiting.until(SOON, Duration.ofMillis(50), this::isAllSent))
                .as("%s", outbox())
                .isTrue();
        assertThat(outbox()).containsExactly("ana sent 2", "ben sent 1");
        assertThat(List.of(again.messageId(), other.messageId()))
                .containsExactlyInAnyOrder(first.messageId(), messageId("ben"))
                .doesNotHaveDuplicates();
        assertThat(first.messageId()).isEqualTo(messageId("ana"));
    }

    private void ask(String name) {
        var signup = "{\"name\":\"%1$s\",\"email\":\"%1$s@%2$s.example\",\"signupType\":\"resident_support\"}"
                .formatted(name, run);
        assertThat(LocalHttp.post(pod.port(), "/api/newsletter/signups", signup))
                .isEqualTo(202);
    }

    private List<String> outbox() {
        return database.ask(
                "SELECT split_part(recipient, '@', 1) || ' ' || state || ' ' || attempts FROM internal.mail_outbox"
                        + " WHERE recipient LIKE '%@" + run + ".example' ORDER BY 1");
    }

    private boolean isAllSent() {
        return outbox().stream().allMatch(row -> row.contains(" sent "));
    }

    /** What the dead process had taken is due again in five minutes; nobody waits for them here. */
    private void endLoans() {
        database.ask(
                "UPDATE internal.mail_outbox SET next_attempt_at = now() WHERE recipient LIKE '%@" + run + ".example'");
    }

    private String messageId(String name) {
        return database.ask(
                        "SELECT '<' || id || '@panamia.club>' FROM internal.mail_outbox WHERE recipient = '%s@%s.example'"
                                .formatted(name, run))
                .getFirst();
    }
}
