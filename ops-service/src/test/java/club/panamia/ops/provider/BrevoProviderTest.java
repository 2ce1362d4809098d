package club.panamia.ops.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BrevoProviderTest {

    private static final Letter LETTER = new Letter(
            "p1",
            "Pana MIA Club <hello@panamia.club>",
            "ana@example.org",
            "¡Hola!",
            "Hola\n",
            "<p>Hola</p>",
            Letter.leavingBy("https://pana.example/leave?k=1"));

    @Inject
    BrevoProvider brevo;

    @Test
    void saysAllThatALetterHas() {
        Brevo.up();

        send(LETTER);

        var said = Brevo.sent().getFirst();
        assertThat(said.getString("sender.name")).isEqualTo("Pana MIA Club");
        assertThat(said.getString("sender.email")).isEqualTo("hello@panamia.club");
        assertThat(said.getList("to.email")).containsExactly("ana@example.org");
        assertThat(said.getString("subject")).isEqualTo("¡Hola!");
        assertThat(said.getString("textContent")).isEqualTo("Hola\n");
        assertThat(said.getString("htmlContent")).isEqualTo("<p>Hola</p>");
        assertThat(said.getString("headers.List-Unsubscribe")).isEqualTo("<https://pana.example/leave?k=1>");
        assertThat(said.getString("headers.List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(Brevo.shownKey()).isEqualTo("key-of-tests");
    }

    @Test
    void attachesAnInvitation() {
        Brevo.up();
        var calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

        send(new Letter("p3", LETTER.from(), LETTER.to(), "Hola", "Hola", "Hola", Map.of(), calendar));

        var said = Brevo.sent().getFirst();
        assertThat(said.getString("attachment[0].name")).isEqualTo("invite.ics");
        assertThat(Base64.getDecoder().decode(said.getString("attachment[0].content")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(calendar);
    }

    @Test
    void makesALetterKnownToBrevoAsTheSameHoweverOftenItIsSent() {
        Brevo.up();

        send(LETTER);
        send(LETTER);
        send(new Letter("p2", LETTER.from(), LETTER.to(), "Hola", "Hola", "Hola", Map.of()));

        var keys = Brevo.sent().stream()
                .map(said -> UUID.fromString(said.getString("headers.idempotencyKey")))
                .toList();
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
    }

    @Test
    void takesARefusalOfTheLetterAsFinal() {
        Brevo.answers(400);

        assertThatThrownBy(() -> send(LETTER)).isInstanceOf(Undeliverable.class).hasMessageContaining("Brevo 400");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 429, 500, 503})
    void takesTroubleOfOursOrTheirsAsPassing(int status) {
        Brevo.answers(status);

        assertThatThrownBy(() -> send(LETTER))
                .isNotInstanceOf(Undeliverable.class)
                .isNotInstanceOf(NotNow.class)
                .hasMessageContaining("Brevo " + status);
    }

    private void send(Letter letter) {
        brevo.send(letter).await().atMost(Duration.ofSeconds(10));
    }
}
