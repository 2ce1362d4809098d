package club.panamia.content.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightTest {

    @ParameterizedTest
    @CsvSource({
        "'una [casa] grande', 'una <mark>casa</mark> grande'",
        "'<script>[alert]</script>', '&lt;script&gt;<mark>alert</mark>&lt;/script&gt;'",
        "'a & \"b\"', 'a &amp; &quot;b&quot;'",
        "'[[a]] ]b[c', '<mark>a</mark> b<mark>c</mark>'",
    })
    void isTextWithMarks(String marked, String html) {
        assertThat(Highlight.html(marked.replace('[', Highlight.BEGIN).replace(']', Highlight.END)))
                .isEqualTo(html);
    }
}
