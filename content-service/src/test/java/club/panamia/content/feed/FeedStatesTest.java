package club.panamia.content.feed;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FeedStatesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Seed seed = new Seed();

    @Inject
    PublishedItems published;

    @Test
    void countsForAMoment() {
        var states = new FeedStates(published, Duration.ofHours(1));
        var before = state(states, Selection.ALL);

        seed.publishedArticle(seed.person("ana"), "hola");

        assertThat(state(states, Selection.ALL)).isEqualTo(before);
    }

    @Test
    void countsNoLonger() {
        var states = new FeedStates(published, Duration.ZERO);
        var before = state(states, Selection.ALL);

        seed.publishedArticle(seed.person("ana"), "hola");

        assertThat(state(states, Selection.ALL)).isNotEqualTo(before);
    }

    @Test
    void isOneOfEachSelection() {
        var states = new FeedStates(published, Duration.ofHours(1));
        var none = state(states, Selection.tag("food"));

        seed.publishedArticle(seed.person("ana"), "hola");

        assertThat(state(states, Selection.ALL)).isNotEqualTo(none);
    }

    private static FeedState state(FeedStates states, Selection selection) {
        return states.of(selection).await().atMost(PATIENCE);
    }
}
