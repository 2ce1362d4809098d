package club.panamia.content.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);

    @ParameterizedTest
    @CsvSource({
        "'Hello, World!',hello-world",
        "a_b -- c,a_b-c",
        "C++ & C#,c-c",
        "'Tab\tand\nnewline',tab-and-newline",
        "Año Nuevo en Miami,ano-nuevo-en-miami",
        "Abuela's Café: 10% off!,abuelas-cafe-10-off",
        "'  -- edges -- ',edges",
        "Ｆｕｌｌ width ﬁne,full-width-fine",
        "İstanbul,istanbul",
    })
    void isMadeOfTheTitle(String title, String slug) {
        assertThat(Slug.of(title, NOW).text()).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({"日本語", "!!!", "-"})
    void isNamedByItsTimeWhereNothingIsLeft(String title) {
        assertThat(Slug.of(title, NOW).text()).isEqualTo("article-1700000000123");
    }

    @Test
    void isCutWithoutALooseHyphen() {
        assertThat(Slug.of("x".repeat(150), NOW).text()).isEqualTo("x".repeat(100));
        assertThat(Slug.of("x".repeat(99) + " yes", NOW).text()).isEqualTo("x".repeat(99));
    }

    @Test
    void mustNotHideOtherPlaces() {
        assertThat(Slug.of("Mine!", NOW).reserved()).isTrue();
        assertThat(Slug.of("Mine too", NOW).reserved()).isFalse();
    }

    @Test
    void sharesItsFamilyWithEveryNumberedOne() {
        assertThat(new Slug("market-2").family()).isEqualTo(new Slug("market-2-11").family());
        assertThat(new Slug("x".repeat(100)).family()).isEqualTo(new Slug("x".repeat(97) + "-12").family());
        assertThat(new Slug("market").family()).isNotEqualTo(new Slug("mark").family());
    }
}
