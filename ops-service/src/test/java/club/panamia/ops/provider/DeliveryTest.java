package club.panamia.ops.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.ops.provider.RudeSmtp.Manner;
import club.panamia.testing.time.ClockAhead;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a real mail server, a rude one, none, and Brevo over HTTP. */
@QuarkusTest
class DeliveryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Letter LETTER =
            new Letter("p1", "Pana <hello@panamia.club>", "ana@example.org", "Hola", "Hola\n", "<p>Hola</p>", Map.of());

    @Inject
    @All
    List<MailProvider> known;

    private final Hand clock = new Hand();
    private Delivery delivery;

    @BeforeEach
    void fresh() {
        Smtp.empty();
        Brevo.up();
        delivery = new Delivery(known, List.of("smtp", "brevo"), PATIENCE, clock);
    }

    @Test
    void givesALetterToTheFirstProviderAlone() {
        assertThat(send()).isEqualTo("smtp");

        assertThat(Smtp.received()).hasSize(1);
        assertThat(Brevo.sent()).isEmpty();
    }

    @Test
    void keepsTheOrderThatIsConfigured() {
        delivery = new Delivery(known, List.of("brevo", "smtp"), PATIENCE, clock);

        assertThat(send()).isEqualTo("brevo");

        assertThat(Smtp.received()).isEmpty();
    }

    @Test
    void givesItToTheSecondWhenNobodyListensAtTheFirst() {
        Smtp.whileDown(() -> assertThat(send()).isEqualTo("brevo"));

        assertThat(Brevo.sent()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"SILENT", "BUSY", "NOT_YET"})
    void givesItToTheSecondWhenTheFirstDoesNotTakeIt(Manner manner) {
        Smtp.whileRude(manner, () -> assertThat(send()).isEqualTo("brevo"));

        assertThat(Brevo.sent()).hasSize(1);
    }

    @Test
    void letsAProviderInTroubleRestAndComesBackToIt() {
        var calls = Smtp.whileRude(Manner.SILENT, () -> {
            assertThat(send()).isEqualTo("brevo");
            assertThat(send()).isEqualTo("brevo");
        });
        assertThat(calls).isEqualTo(1);

        clock.pass(Duration.ofSeconds(61));

        assertThat(send()).isEqualTo("smtp");
    }

    @Test
    void goesOnAskingAProviderThatDidNotWantOneLetterYet() {
        Smtp.whileRude(Manner.NOT_YET, () -> assertThat(send()).isEqualTo("brevo"));

        assertThat(send()).isEqualTo("smtp");
    }

    @Test
    void asksARestingProviderWhenTheOtherFailsToo() {
        Smtp.whileDown(() -> assertThat(send()).isEqualTo("brevo"));
        Brevo.down();

        assertThat(send()).isEqualTo("smtp");
    }

    @Test
    void saysWhatTheLastOneSaidWhenNobodyTakesIt() {
        Brevo.answers(429);

        Smtp.whileDown(() -> assertThatThrownBy(this::send).hasMessageContaining("Brevo 429"));
    }

    @Test
    void asksNobodyElseWhenThereIsNoSuchMailbox() {
        Smtp.whileRude(
                Manner.KNOWS_NO_SUCH_MAILBOX,
                () -> assertThatThrownBy(this::send)
                        .isInstanceOfSatisfying(
                                Undeliverable.class,
                                refusal -> assertThat(refusal.isAddressGone()).isTrue()));

        assertThat(Brevo.sent()).isEmpty();
    }

    @Test
    void tellsARefusedLetterFromARefusedAddress() {
        Smtp.whileRude(
                Manner.REFUSES_LETTERS,
                () -> assertThatThrownBy(this::send)
                        .isInstanceOfSatisfying(
                                Undeliverable.class,
                                refusal -> assertThat(refusal.isAddressGone()).isFalse()));
    }

    @Test
    void doesNotStartWithAProviderThatNobodyKnows() {
        assertThatThrownBy(() -> new Delivery(known, List.of("pigeon"), PATIENCE, clock))
                .hasMessage("MAIL_PROVIDERS names 'pigeon': it takes smtp and brevo.");
    }

    private String send() {
        return delivery.send(LETTER).await().atMost(Duration.ofSeconds(20));
    }

    private static final class Hand extends ClockAhead {}
}
