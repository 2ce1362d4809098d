package club.panamia.profile.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailLocaleTest {

    @ParameterizedTest
    @CsvSource({
        "es,es",
        "es-419,es",
        "en-US,en",
        "'fr;q=0.9, es;q=0.8, en;q=0.7',es",
        "'en;q=0.2, es;q=0.8',es",
        "ht,en",
        "*,en",
        "'',en",
        "';;;',en",
        "'es;q=nonsense',en",
    })
    void isTheFirstOfOursThatSomebodyReads(String header, String locale) {
        assertThat(MailLocale.of(header)).isEqualTo(locale);
    }

    @Test
    void isEnglishWhereNothingOrTooMuchIsSaid() {
        assertThat(MailLocale.of(null)).isEqualTo("en");
        assertThat(MailLocale.of("es," + "x,".repeat(1000))).isEqualTo("en");
    }
}
