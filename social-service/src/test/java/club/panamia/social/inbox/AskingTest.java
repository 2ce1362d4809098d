package club.panamia.social.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskingTest {

    private final Asking asking = new Asking();

    private boolean begin(String host) {
        return asking.begin(Set.of(host));
    }

    @Test
    void isLittleForEachServer() {
        IntStream.range(0, 4).forEach(n -> assertThat(begin("a.example")).isTrue());

        assertThat(begin("a.example")).isFalse();
        assertThat(asking.begin(Set.of("a.example", "b.example"))).isFalse();
        assertThat(begin("b.example")).isTrue();

        asking.end(Set.of("a.example"));
        assertThat(begin("a.example")).isTrue();
        assertThat(begin("a.example")).isFalse();
    }

    @Test
    void isNeverAll() {
        IntStream.range(0, 16).forEach(n -> assertThat(begin(n + ".example")).isTrue());

        assertThat(begin("another.example")).isFalse();
        asking.end(Set.of("3.example"));
        assertThat(begin("another.example")).isTrue();
    }
}
