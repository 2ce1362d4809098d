package club.panamia.dev.mail;

import club.panamia.dev.process.Fault;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An SMTP server on loopback that keeps what it gets, for whoever it is; nothing leaves the machine. */
public final class Mailbox implements AutoCloseable {

    /** Older mails are forgotten. */
    private static final int KEPT = 500;

    private final GreenMail server;
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long count;

    public Mailbox(int port) {
        var smtp = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        server = new GreenMail(smtp).withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    }

    public Mailbox start() {
        try {
            server.start();
            var everybody = server.getUserManager().createUser("everybody@localhost", "everybody", "everybody");
            server.getUserManager().setMessageDeliveryHandler((message, address) -> keep(message, address, everybody));
            return this;
        } catch (UserException | IllegalStateException e) {
            throw new Fault("The mailbox cannot be started: %s".formatted(e.getMessage()));
        }
    }

    /** Newest first. */
    public synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    /** What one address got, newest first; capitals make no difference. */
    public List<Mail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    public Optional<Mail> numbered(long number) {
        return all().stream().filter(mail -> mail.number() == number).findFirst();
    }

    @Override
    public void close() {
        server.stop();
    }

    private synchronized GreenMailUser keep(MovingMessage message, MailAddress address, GreenMailUser everybody)
            throws MessagingException {
        try {
            mails.addFirst(Mail.of(++count, Instant.now(), address.getEmail(), message.getMessage()));
        } catch (IOException e) {
            throw new MessagingException("unreadable", e);
        }
        if (mails.size() > KEPT) {
            mails.removeLast();
        }
        return everybody;
    }
}
