package club.panamia.engagement.live;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.engagement.notification.UnreadCount;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Ear ear = new Ear("ana", "p0", Locale.ENGLISH, NOW);

    @Test
    void beginsWithWhatWasHeardLastAndWhenToComeAgain() {
        var welcome = words().getFirst();

        assertThat(welcome.getComment()).isEqualTo("welcome");
        assertThat(welcome.getId()).isEqualTo("p0");
        assertThat(welcome.getReconnectDelay()).isBetween(1_000L, 5_000L);
    }

    @Test
    void isToldTheNumberOnlyWhenItIsAnother() {
        ear.hear(count(1));
        ear.hear(count(1));
        ear.hear(count(2));

        assertThat(words()).extracting(OutboundSseEvent::getData).containsExactly(null, count(1), count(2));
    }

    @Test
    void givesASignOfLifeAfterTwentySeconds() {
        assertThat(ear.isOver(NOW.plusSeconds(20))).isFalse();
        assertThat(ear.isOver(NOW.plusSeconds(21))).isFalse();
        assertThat(ear.isOver(NOW.plusSeconds(22))).isFalse();

        assertThat(words()).extracting(OutboundSseEvent::getComment).containsExactly("welcome", "ping");
    }

    @Test
    void isOverAfterAboutTenMinutes() {
        assertThat(ear.isOver(NOW.plus(Duration.ofMinutes(8)))).isFalse();
        assertThat(ear.isOver(NOW.plus(Duration.ofMinutes(12)))).isTrue();
    }

    @Test
    void isOverWhenTheOtherSideTakesNothingAnyMore() {
        IntStream.range(0, 254).forEach(i -> ear.hear(count(i)));
        assertThat(ear.isOver(NOW)).isFalse();

        IntStream.range(300, 500).forEach(i -> ear.hear(count(i)));

        assertThat(ear.isOver(NOW)).isTrue();
        assertThat(words()).hasSize(256);
    }

    private List<OutboundSseEvent> words() {
        ear.end();
        return ear.words().collect().asList().await().atMost(Duration.ofSeconds(1));
    }

    private static UnreadCount count(long count) {
        return new UnreadCount(count, Map.of("system", count));
    }
}
