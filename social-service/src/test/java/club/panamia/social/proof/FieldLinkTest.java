package club.panamia.social.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldLinkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href=\"https://ana.example\" rel=\"me nofollow noopener\">ana.example</a> | https://ana.example",
                "<a href=\"https://www.ana.example/\">ana.example</a>                         | https://www.ana.example/",
                "<a href=\"https://ana.example/?a=&quot;&amp;b\">ana.example/?a=\"&amp;b</a>  |",
                "<a href=\"https://ana.example/?a=1&amp;b\">ana.example/?a=1&amp;b</a>        | https://ana.example/?a=1&b",
                "<a href=\"https://b.example/long\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">b.example/l</span>"
                        + "<span class=\"invisible\">ong</span></a> | https://b.example/long",
                "<p><a href=\"https://b.example\">https://b.example</a></p>                   | https://b.example",
            })
    void isWhatShowsWhereItLeads(String value, String url) {
        assertThat(FieldLink.in(List.of(value)))
                .extracting(FieldLink::url)
                .containsExactlyElementsOf(url == null ? List.of() : List.of(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://ana.example",
                "she/her href",
                "<a href=\"https://evil.example/\">city-hall.example</a>",
                "<a href=\"https://evil.example/\">https://evil.example.city-hall.example</a>",
                "See <a href=\"https://ana.example\">ana.example</a>",
                "<a href=\"https://ana.example\">ana.example</a><a href=\"https://ben.example\"></a>",
                "<a href=\"https://ana@ana.example\">ana@ana.example</a>",
                "<a href=\"mailto:ana@ana.example\">mailto:ana@ana.example</a>",
                "<a href=\"https://añá.example\">añá.example</a>",
            })
    void isNothingElse(String value) {
        assertThat(FieldLink.in(List.of(value))).isEmpty();
    }

    @Test
    void areSixAtMostAndNoneThatIsTooLong() {
        var value = "<a href=\"https://%1$s.example\">%1$s.example</a>";
        var many =
                IntStream.range(0, 20).mapToObj(n -> value.formatted("n" + n)).toList();

        assertThat(FieldLink.in(many)).extracting(FieldLink::value).isEqualTo(many.subList(0, 6));
        assertThat(FieldLink.in(Collections.nCopies(1, value.formatted("n".repeat(500)))))
                .isEmpty();
    }
}
