package club.panamia.content.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeWayTest {

    @ParameterizedTest
    @CsvSource({
        "abcde, abcde, abcde, abcde",
        "abcde, axcde, abcde, axcde",
        "abcde, abcde, abcye, abcye",
        "abcde, axcde, abcye, axcye",
        "abcde, axcde, axcde, axcde",
        "abcde, bcde, abcd, bcd",
        "abcde, xabcde, abcdey, xabcdey",
        "abcde, abxxcde, abcdyye, abxxcdyye",
        "'', abc, '', abc",
        "abc, '', abc, ''",
    })
    void takesWhatEachOfThemChanged(String base, String mine, String theirs, String merged) {
        var both = ThreeWay.merge(lines(base), lines(mine), lines(theirs));

        assertThat(both).isEqualTo(new ThreeWay.Merged(lines(merged), false));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, axc, ayc, 'a,<<<<<<<,x,=======,y,>>>>>>>,c'",
        "abc, ac, ayc, 'a,<<<<<<<,=======,y,>>>>>>>,c'",
        "ab, axb, ayb, 'a,<<<<<<<,x,=======,y,>>>>>>>,b'",
        "abcd, axcd, abyd, 'a,<<<<<<<,x,c,=======,b,y,>>>>>>>,d'",
        "'', x, y, '<<<<<<<,x,=======,y,>>>>>>>'",
    })
    void showsBothWhereTheyContradictEachOther(String base, String mine, String theirs, String merged) {
        var both = ThreeWay.merge(lines(base), lines(mine), lines(theirs));

        assertThat(both).isEqualTo(new ThreeWay.Merged(merged.replace(',', '\n'), true));
    }

    /** Whatever two people do to a text: one who did nothing has no say, and no line of either is lost without a conflict. */
    @Test
    void neverLosesALineOfEither() {
        var random = new Random(11);
        for (var i = 0; i < 1000; i++) {
            var base = text(random);
            var mine = text(random);
            var theirs = text(random);

            var both = ThreeWay.merge(base, mine, theirs);

            assertThat(ThreeWay.merge(base, mine, base).text()).isEqualTo(mine);
            assertThat(ThreeWay.merge(base, base, theirs).text()).isEqualTo(theirs);
            assertThat(both.text().lines().toList())
                    .containsAll(
                            mine.lines().filter(line -> !base.contains(line)).toList())
                    .containsAll(
                            theirs.lines().filter(line -> !base.contains(line)).toList());
        }
    }

    @Test
    void keepsTheEndOfTheText() {
        assertThat(ThreeWay.merge("a\nb\n", "x\nb\n", "a\nb\n").text()).isEqualTo("x\nb\n");
        assertThat(ThreeWay.merge("a\nb", "x\nb", "a\nb").text()).isEqualTo("x\nb");
    }

    private static String lines(String letters) {
        return letters.chars().mapToObj(letter -> String.valueOf((char) letter)).collect(Collectors.joining("\n"));
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(line -> String.valueOf((char) ('a' + random.nextInt(8))))
                .collect(Collectors.joining("\n"));
    }
}
