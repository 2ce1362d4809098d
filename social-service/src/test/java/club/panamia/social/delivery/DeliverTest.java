package club.panamia.social.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.social.signature.Form;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"120 | PT2M", "'Sun, 01 Nov 2026 12:30:00 GMT' | PT30M", "soon | -", "-1 | -"})
    void waitsAsLongAsAServerAsksForInSecondsOrUntilADate(String asked, Duration wait) {
        var headers = MultiMap.caseInsensitiveMultiMap().add("Retry-After", asked);
        var answer = new GuardedAnswer(URI.create("https://peer.example/inbox"), 503, headers, new byte[0]);

        assertThat(Deliver.outcome(answer, Form.CAVAGE, NOW))
                .isInstanceOfSatisfying(
                        Outcome.Away.class, away -> assertThat(away.asked()).isEqualTo(wait));
    }
}
