package club.panamia.engagement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeTextTest {

    private static final Locale SPANISH = Locale.of("es");
    private static final Map<String, String> PLACES = Map.of("actor", "Eva", "object", "Hola", "minutes", "60");

    @ParameterizedTest
    @EnumSource
    void hasWordsForEverythingInBothLanguages(NoticeKind kind) {
        var english = said(Locale.ENGLISH, kind);
        var spanish = said(SPANISH, kind);

        assertThat(english).isNotEqualTo("Eva did something").doesNotContain("{");
        assertThat(spanish).isNotEqualTo("Eva hizo algo").doesNotContain("{").isNotEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "en, true,  , Like, mention,  Eva did something",
        "es, true,  , Like, mention,  Eva hizo algo",
        "fr, true,  , Like, mention,  Eva did something",
        "en, false, , Like, mention,  Somebody did something",
        "en, true,  session-reminder, Update, mentoring, The session about Hola begins in 60 minutes",
        "es, false, session-reminder, Update, mentoring, La sesión sobre algo empieza en unos minutos",
        "en, true,  , Invite, coauthor, Eva invites you to write Hola together",
    })
    void saysWhatIsKnown(String language, boolean known, String kind, String type, String context, String sentence) {
        assertThat(NoticeText.in(Locale.of(language)).of(kind, type, context, false, known ? PLACES : Map.of()))
                .isEqualTo(sentence);
    }

    @Test
    void takesNoNameForAPlace() {
        var text = NoticeText.in(Locale.ENGLISH)
                .of("article-is-out", "Create", "article", false, Map.of("actor", "{object} $1", "object", "Hola"));

        assertThat(text).isEqualTo("{object} $1 published Hola");
    }

    @Test
    void saysTheMessageWhereItHasNoWordsOfItsOwn() {
        assertThat(NoticeText.in(SPANISH).of(null, "Update", "system", false, Map.of("message", "Cerramos el lunes.")))
                .isEqualTo("Cerramos el lunes.");
    }

    @ParameterizedTest
    @CsvSource({"en, 0, Eva", "en, 1, Eva and one other", "en, 3, Eva and 3 others", "es, 2, Eva y 2 personas más"})
    void countsTheOthers(String language, int others, String people) {
        assertThat(NoticeText.in(Locale.of(language)).people("Eva", others)).isEqualTo(people);
    }

    private static String said(Locale language, NoticeKind kind) {
        return NoticeText.in(language).of(kind.label(), kind.type(), kind.context(), false, PLACES);
    }
}
