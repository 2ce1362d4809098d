package club.panamia.ops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.ops.provider.Letter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told of sessions with a mentor. */
@QuarkusTest
class LettersOfSessionsTest {

    @Inject
    Letters letters;

    @ParameterizedTest
    @CsvSource({
        "session-requested, Ben asks you for a session, Ben te pide una sesión",
        "session-unanswered, Ben still waits for your answer, Ben sigue esperando tu respuesta",
        "session-accepted, 'Agreed: Glazes, with Ben', 'Acordado: Glazes, con Ben'",
        "session-declined, Ben cannot take the session, Ben no puede dar la sesión",
        "session-cancelled, 'Called off: Glazes, with Ben', 'Cancelada: Glazes, con Ben'",
        "session-expired, Nobody answered: Glazes, Sin respuesta: Glazes",
        "session-proposed, Ben would rather have another time, Ben prefiere otra hora",
        "session-moved, 'Moved: Glazes, with Ben', 'Nueva hora: Glazes, con Ben'",
        "session-missed, 'Missed: Glazes, with Ben', 'No se hizo: Glazes, con Ben'",
        "session-reminder, 'Reminder: Glazes, 10:00 (Europe/Madrid)', 'Recordatorio: Glazes, 10:00 (Europe/Madrid)'",
        "session-feedback, 'How was it? Glazes, with Ben', '¿Qué tal fue? Glazes, con Ben'"
    })
    void hasATemplateForEveryStepOfASessionInBothLanguages(String template, String english, String spanish) {
        var params = Map.of(
                "other", "Ben",
                "topic", "Glazes",
                "when", "10:00 (Europe/Madrid)",
                "proposed", "11:00 (Europe/Madrid)",
                "link", "https://pana.example/m/session/x");
        var mail = write(template, "es", params);

        assertThat(write(template, "en", params).subject()).isEqualTo(english);
        assertThat(mail.subject()).isEqualTo(spanish);
        assertThat(mail.text())
                .contains("Glazes\n10:00 (Europe/Madrid)\n\nhttps://pana.example/m/session/x\n")
                .doesNotContain("{", "}");
        assertThat(mail.html())
                .contains("<title>" + spanish, "href=\"https://pana.example/m/session/x\"")
                .doesNotContain("{", "}");
    }

    @ParameterizedTest
    @CsvSource({"en, Ben has time for you, kept for you until tonight", "es, Ben tiene un hueco para ti, hasta: tonight"
    })
    void offersWhatWasWaitedFor(String locale, String subject, String words) {
        var params = Map.of(
                "other", "Ben", "when", "tomorrow", "until", "tonight", "link", "https://pana.example/m/schedule/book");

        var mail = write("slot-offered", locale, params);

        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains(words, "\ntomorrow\n").doesNotContain("{", "}");
        assertThat(mail.html()).contains(words, "tomorrow").doesNotContain("{", "}");
    }

    private Letter write(String template, String locale, Map<String, String> params) {
        return letters.write(new OutgoingMail("p1", template, "ana@example.org", locale, params, 1));
    }
}
