package club.panamia.ops.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A mail server, by SMTP (RFC 5321). */
@Singleton
class SmtpProvider implements MailProvider {

    /** Of RFC 5321, section 4.2.2: there is no such mailbox, here or anywhere. */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

    /** Said of us, not of a letter: log in first, wrong password, no service here (RFC 4954, section 6; RFC 7504). */
    private static final Set<Integer> ABOUT_US = Set.of(421, 454, 502, 503, 504, 521, 530, 534, 535, 538);

    /** The client below Quarkus' mailer, which writes an empty Cc (RFC 5322, section 3.6.3, wants an address in it). */
    private final MailClient server;

    private final String host;

    SmtpProvider(MailClient server, @ConfigProperty(name = "pana.house.public-url") java.net.URI publicUrl) {
        this.server = server;
        host = publicUrl.getHost();
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Uni<Void> send(Letter letter) {
        return server.sendMail(message(letter))
                .onFailure(SMTPException.class)
                .transform(SmtpProvider::meaning)
                .replaceWithVoid();
    }

    /**
     * The Message-ID is that of the row: whoever gets the letter twice, because a process died between sending and noting it, can
     * tell (RFC 5322, section 3.6.4).
     */
    private MailMessage message(Letter letter) {
        var message = new MailMessage()
                .setFrom(letter.from())
                .setTo(letter.to())
                .setSubject(letter.subject())
                .setText(letter.text())
                .setHtml(letter.html())
                .addHeader("Message-ID", "<%s@%s>".formatted(letter.id(), host));
        letter.headers().forEach(message::addHeader);
        var calendar = letter.calendar();
        return calendar == null ? message : message.setAttachment(attachment(calendar));
    }

    private static MailAttachment attachment(String calendar) {
        return MailAttachment.create()
                .setContentType(Letter.typeOf(calendar))
                .setName(Letter.CALENDAR_FILE)
                .setDisposition("attachment")
                .setData(Buffer.buffer(Letter.bytes(calendar)));
    }

    private static Throwable meaning(SMTPException answer) {
        if (ABOUT_US.contains(answer.getReplyCode())) {
            return answer;
        }
        return answer.isPermanent()
                ? new Undeliverable(said(answer), NO_SUCH_MAILBOX.contains(answer.getReplyCode()))
                : new NotNow(said(answer));
    }

    private static String said(SMTPException answer) {
        return "SMTP %d: %s".formatted(answer.getReplyCode(), answer.getReplyMessage());
    }
}
