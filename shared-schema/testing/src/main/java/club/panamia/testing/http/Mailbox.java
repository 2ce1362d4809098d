package club.panamia.testing.http;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;

/** A real SMTP server on loopback that keeps what it is sent. */
public final class Mailbox implements AutoCloseable {

    private final GreenMail server;

    public Mailbox() {
        this(FreePort.find());
    }

    /** On a known port, when it comes back after an outage. */
    public Mailbox(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    /** Waits until at least {@code count} mails are there; false when they did not come in time. */
    public boolean waitFor(int count, Duration atMost) {
        return server.waitForIncomingEmail(atMost.toMillis(), count);
    }

    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
