package club.panamia.content.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import club.panamia.content.revision.Diff.Change;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffTest {

    @ParameterizedTest
    @CsvSource({
        "abc, abc, ' a b c'",
        "abc, axc, ' a-b+x c'",
        "abc, ac, ' a-b c'",
        "ac, abc, ' a+b c'",
        "'', ab, '+a+b'",
        "ab, '', '-a-b'",
        "abcd, cdab, '-a-b c d+a+b'",
    })
    void saysWhichLinesCameAndWent(String before, String after, String changes) {
        assertThat(compact(before, after)).isEqualTo(changes);
    }

    /** Whatever changed, both texts can be read from what is said about it. */
    @Test
    void holdsBothTexts() {
        var random = new Random(7);
        for (var i = 0; i < 500; i++) {
            var before = text(random);
            var after = text(random);

            var lines = Diff.between(before, after);

            assertThat(lines.stream()
                            .filter(line -> line.change() != Change.ADDED)
                            .map(Diff.Line::text))
                    .containsExactlyElementsOf(before.lines().toList());
            assertThat(lines.stream()
                            .filter(line -> line.change() != Change.REMOVED)
                            .map(Diff.Line::text))
                    .containsExactlyElementsOf(after.lines().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void takesAMomentForAnyText(int kinds) {
        var before = many(kinds, 1);
        var after = many(kinds, 2);

        var lines = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Diff.between(before, after));

        assertThat(lines).hasSizeBetween(50_000, 100_000);
    }

    /** Each part shows one more line that stands once in it: as deep as there are lines. */
    @Test
    void doesNotSinkInATextThatWasMadeForIt() {
        var before = IntStream.range(0, 20_000)
                .mapToObj(i -> "x" + i + "\nx" + (i + 1))
                .collect(Collectors.joining("\n"));
        var after = IntStream.range(0, 20_000)
                .mapToObj(i -> "x" + (i + 1) + "\ny\nx" + i)
                .collect(Collectors.joining("\n"));

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Diff.between(before, after)).isNotEmpty());
    }

    private static String compact(String before, String after) {
        return Diff.between(lines(before), lines(after)).stream()
                .map(line -> sign(line.change()) + line.text())
                .collect(Collectors.joining());
    }

    private static String sign(Change change) {
        return switch (change) {
            case SAME -> " ";
            case REMOVED -> "-";
            case ADDED -> "+";
        };
    }

    private static String lines(String letters) {
        return String.join("\n", letters.split(""));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(1, 12), 'a', 'g')
                .mapToObj(Character::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String many(int kinds, int seed) {
        return new Random(seed).ints(50_000, 0, kinds).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    }
}
