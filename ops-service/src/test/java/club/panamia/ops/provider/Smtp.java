package club.panamia.ops.provider;

import club.panamia.testing.http.Mailbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;

/** The mail server that ops-service speaks to in its tests; it can go away and come back. */
public final class Smtp implements QuarkusTestResourceLifecycleManager {

    private static Mailbox mailbox;
    private static int port;

    @Override
    public Map<String, String> start() {
        mailbox = new Mailbox();
        port = mailbox.port();
        return Map.of("quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", String.valueOf(port));
    }

    @Override
    public void stop() {
        mailbox.close();
    }

    public static void empty() {
        mailbox.empty();
    }

    public static List<MimeMessage> received() {
        return mailbox.received();
    }

    public static MimeMessage onlyOne() {
        var received = received();
        if (received.size() != 1) {
            throw new AssertionError(received.size() + " mails instead of one");
        }
        return received.getFirst();
    }

    public static List<String> messageIds() {
        return received().stream().map(Smtp::messageId).toList();
    }

    /** While {@code meanwhile} runs nobody listens. */
    public static void whileDown(Runnable meanwhile) {
        mailbox.close();
        try {
            meanwhile.run();
        } finally {
            mailbox = new Mailbox(port);
        }
    }

    /** While {@code meanwhile} runs somebody listens there who behaves badly; returns how often somebody called. */
    public static int whileRude(RudeSmtp.Manner manner, Runnable meanwhile) {
        mailbox.close();
        try (var rude = new RudeSmtp(port, manner)) {
            meanwhile.run();
            return rude.calls();
        } finally {
            mailbox = new Mailbox(port);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
