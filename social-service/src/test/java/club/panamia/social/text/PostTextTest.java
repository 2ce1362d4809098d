package club.panamia.social.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import club.panamia.social.home.Home;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PostTextTest {

    private static final Set<String> ATTRIBUTES = Set.of("href", "rel", "class", "start");
    private static final Set<String> ELEMENTS = Set.of(
            "body", "p", "br", "a", "span", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li");

    @Inject
    Home home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Una **casa** ~~azul~~|<p>Una <strong>casa</strong> <del>azul</del></p>",
                "# Hola|<p><strong>Hola</strong></p>",
                "1 < 2|<p>1 &lt; 2</p>",
                "see https://a.example/b.|<p>see <a href=\"https://a.example/b\" rel=\"nofollow ugc noopener"
                        + " noreferrer\">https://a.example/b</a>.</p>",
                "![x](https://a.example/b.png)|<p></p>",
                "hi @nobody|<p>hi @nobody</p>",
                "code `@ben #no`|<p>code <code>@ben #no</code></p>",
            })
    void becomesHtml(String source, String html) {
        assertThat(html(source)).isEqualTo(html);
    }

    @Test
    void breaksLinesWhereTheyWereBroken() {
        assertThat(html("one\ntwo\n\nthree")).isEqualTo("<p>one<br>\ntwo</p>\n<p>three</p>");
    }

    @Test
    void leadsToThoseWhoAreKnownAndToHashtags() {
        var text = PostText.of("Hola @BEN, #Miami", home);
        var ben = Mentioned.of("Ben", "localhost", "http://localhost:8080/ap/actors/1");

        assertThat(text.html(Map.of(ben.handle(), ben)))
                .contains(
                        "<span class=\"h-card\"><a href=\"http://localhost:8080/ap/actors/1\" class=\"u-url mention\"")
                .contains(">@Ben</a></span>")
                .contains("class=\"mention hashtag\"", "rel=\"tag ", ">#Miami</a>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@ben|ben@localhost|",
                "(@Ben-Q, @c_d.)|ben-q@localhost c_d@localhost|",
                "@zoe@Elsewhere.example!|zoe@elsewhere.example|",
                "mail a@b.example and x@y||",
                "#Año #año #2026 #c3po a#b #under_score||año c3po under_score",
                "[@ben #tag](https://a.example)||",
                "https://a.example/@ben#tag||",
                "**@ben** #a|ben@localhost|a",
            })
    void findsNamesAndHashtagsWhereTheyAreMeant(String source, String names, String tags) {
        var text = PostText.of(source, home);

        assertThat(text.handles().stream().map(handle -> handle.name() + "@" + handle.domain()))
                .containsExactly(words(names));
        assertThat(text.hashtags()).containsExactly(words(tags));
    }

    private static String[] words(String words) {
        return words == null ? new String[0] : words.split(" ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox(1))",
                "<javascript:alert(1)>",
                "![x\" onerror=\"alert(1)](https://a.example/b.png)",
                "[x](https://a.example \"\\\" onmouseover=\\\"alert(1)\")",
                "[x](https://a.example/\"onmouseover=alert(1))",
                "https://a.example/\"onmouseover=alert(1)",
                "@ben\"onmouseover=alert(1)",
                "#tag\"onmouseover=alert(1)",
                "```\"><script>alert(1)</script>\nx\n```",
                "<style>*{display:none}</style>",
                "<iframe src=https://a.example></iframe>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<!--><script>alert(1)</script>-->",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<a href=\"https://a.example\" class=\"mention\" onclick=x>x</a>",
                "<form action=/api/social/statuses method=post><input type=submit>",
            })
    void letsNoTrapThrough(String trap) {
        var page = Jsoup.parseBodyFragment(html("Before.\n\n" + trap + "\n\nAfter."));

        for (var element : page.body().getAllElements()) {
            assertThat(ELEMENTS).contains(element.tagName());
            for (var attribute : element.attributes()) {
                assertThat(ATTRIBUTES).contains(attribute.getKey());
                if (attribute.getKey().equals("href")) {
                    assertThat(attribute.getValue()).matches("(https?://|mailto:).*");
                }
            }
        }
        assertThat(page.text()).startsWith("Before.").endsWith("After.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "#",
                "@a",
                "#a",
                "https://",
                "@a@",
                "[",
                "![",
                "*a ",
                "> ",
                "- ",
                "<",
                "`",
                "https://a.a",
                "@a@a.",
                "a.",
                "_"
            })
    void rendersATextOfAnyShapeInAMoment(String piece) {
        var source = piece.repeat(5000 / piece.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(html(source)).doesNotContain("<script"));
    }

    private String html(String source) {
        return PostText.of(source, home).html(Map.of());
    }
}
