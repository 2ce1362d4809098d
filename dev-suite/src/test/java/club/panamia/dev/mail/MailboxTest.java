package club.panamia.dev.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private Mailbox mailbox;
    private TestSender sender;

    @BeforeEach
    void open() throws IOException {
        var port = freePort();
        mailbox = new Mailbox(port).start();
        sender = new TestSender(port);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void keepsBothBodiesAndTheDecodedSubject() throws Exception {
        sender.send("Ana@example.org", "¡Hola, Ana! 🌴", "Tu enlace", "<p>Tu <b>enlace</b></p>");

        assertThat(mailbox.all()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("¡Hola, Ana! 🌴");
            assertThat(mail.from()).isEqualTo("Pana <hola@pana.test>");
            assertThat(mail.to()).isEqualTo("Ana@example.org");
            assertThat(mail.text()).isEqualTo("Tu enlace");
            assertThat(mail.html()).isEqualTo("<p>Tu <b>enlace</b></p>");
        });
    }

    @Test
    void picksOutTheLinksOnceEach() throws Exception {
        sender.send(
                "ana@example.org",
                "Sign in",
                "Open http://localhost:8080/login/confirm?token=a&email=b now",
                "<a href=\"http://localhost:8080/login/confirm?token=a&amp;email=b\">Sign in</a> <a href='https://pana.test/help'>?</a>");

        assertThat(mailbox.all().getFirst().links())
                .containsExactly("http://localhost:8080/login/confirm?token=a&email=b", "https://pana.test/help");
    }

    @Test
    void findsTheMailsOfOneAddressNewestFirst() throws Exception {
        sender.send("ana@example.org", "first", "1", "");
        sender.send("bob@example.org", "other", "2", "");
        sender.send("ana@example.org", "second", "3", "");

        assertThat(mailbox.to("ANA@example.org")).extracting(Mail::subject).containsExactly("second", "first");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
