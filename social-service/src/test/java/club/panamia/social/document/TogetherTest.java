package club.panamia.social.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private final List<Set<String>> questions = new ArrayList<>();
    private final List<UniEmitter<? super Map<String, String>>> answers = new ArrayList<>();
    private final Together together = new Together(this::ask);

    private Uni<Map<String, String>> ask(String[] ids) {
        questions.add(Set.of(ids));
        return Uni.createFrom().emitter(answers::add);
    }

    private UniAssertSubscriber<Optional<String>> of(String id) {
        return together.of(id).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void whoeverIsAloneDoesNotWait() {
        var first = of("1");
        answers.getFirst().complete(Map.of("1", "a"));
        var second = of("2");
        answers.getLast().complete(Map.of());

        assertThat(questions).containsExactly(Set.of("1"), Set.of("2"));
        first.assertCompleted().assertItem(Optional.of("a"));
        second.assertCompleted().assertItem(Optional.empty());
    }

    @Test
    void whoeverComesMeanwhileIsAskedForTogether() {
        of("1");
        var second = of("2");
        var third = of("3");
        var again = of("2");
        assertThat(questions).containsExactly(Set.of("1"));

        answers.getFirst().complete(Map.of("1", "a"));
        assertThat(questions).containsExactly(Set.of("1"), Set.of("2", "3"));
        answers.getLast().complete(Map.of("2", "b"));

        second.assertCompleted().assertItem(Optional.of("b"));
        again.assertCompleted().assertItem(Optional.of("b"));
        third.assertCompleted().assertItem(Optional.empty());
    }

    @Test
    void aFailureIsOfThoseWhoAskedAndOfNobodyAfterThem() {
        var first = of("1");
        var second = of("2");

        answers.getFirst().fail(new IllegalStateException("away"));
        answers.getLast().complete(Map.of("2", "b"));

        first.assertFailedWith(IllegalStateException.class, "away");
        second.assertCompleted().assertItem(Optional.of("b"));
    }

    @Test
    void aQuestionHasAnEnd() {
        of("first");
        IntStream.range(0, 250).forEach(id -> of("id " + id));

        for (var answered = 0; answered < answers.size(); answered++) {
            answers.get(answered).complete(Map.of());
        }

        assertThat(questions).hasSize(4).allMatch(ids -> ids.size() <= 100);
    }
}
