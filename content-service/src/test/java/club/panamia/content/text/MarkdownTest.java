package club.panamia.content.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private static final URI HOME = URI.create("https://panamia.club");
    private static final Set<String> ATTRIBUTES = Set.of("href", "src", "alt", "title", "rel", "start", "align");
    private static final Set<String> NEVER = Set.of(
            "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "link", "meta", "base");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "# Hola|<h1>Hola</h1>",
                "Una **casa** *en* la `Ocho`|<p>Una <strong>casa</strong> <em>en</em> la <code>Ocho</code></p>",
                "~~no~~|<p><del>no</del></p>",
                "![a kiln](https://a.example/k.png)|<p><img src=\"https://a.example/k.png\" alt=\"a kiln\"></p>",
                "![a kiln](http://a.example/k.png)|<p><img alt=\"a kiln\"></p>",
                "![own](/media/content/1)|<p><img src=\"https://panamia.club/media/content/1\" alt=\"own\"></p>",
                "[x](/a/hola)|<p><a href=\"https://panamia.club/a/hola\" rel=\"nofollow ugc noopener\">x</a></p>",
                "1 < 2 & 3|<p>1 &lt; 2 &amp; 3</p>",
            })
    void becomesHtml(String markdown, String html) {
        assertThat(new Markdown(markdown).html(HOME).strip()).isEqualTo(html);
    }

    @Test
    void drawsTables() {
        assertThat(new Markdown("| a | b |\n|---|--:|\n| 1 | 2 |").html(HOME))
                .contains("<th>a</th>", "<th align=\"right\">b</th>", "<td align=\"right\">2</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](\\u0001javascript:alert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "![x](javascript:alert(1))",
                "<javascript:alert(1)>",
                "[x]: javascript:alert(1)\n\n[x]",
                "[x](https://a.example \"\\\" onmouseover=\\\"alert(1)\")",
                "![x\" onerror=\"alert(1)](https://a.example/b.png)",
                "```\"><script>alert(1)</script>\nx\n```",
                "`<script>alert(1)</script>`",
                "| <img src=x onerror=alert(1)> |\n|---|\n| <b onclick=x> |",
                "<style>*{display:none}</style>",
                "<iframe src=https://a.example></iframe>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<!--><script>alert(1)</script>-->",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "[x](//a.example/b)",
                "<form action=/api/auth/sign-out method=post><input type=submit>",
                "<base href=https://a.example/>",
                "<meta http-equiv=refresh content=0>",
            })
    void letsNoTrapThrough(String trap) {
        var page = Jsoup.parseBodyFragment(new Markdown("Before.\n\n" + trap + "\n\nAfter.").html(HOME));

        for (var element : page.body().getAllElements()) {
            assertThat(NEVER).doesNotContain(element.tagName());
            for (var attribute : element.attributes()) {
                assertThat(ATTRIBUTES).contains(attribute.getKey());
                if (Set.of("href", "src").contains(attribute.getKey())) {
                    assertThat(attribute.getValue()).matches("(https?://|mailto:).*");
                }
            }
        }
        assertThat(page.text()).startsWith("Before.").endsWith("After.");
    }

    @Test
    void isPlainWordsAsWell() {
        assertThat(new Markdown("# Hola\n\n**Una** [casa](https://a.example) & más").plain())
                .isEqualTo("Hola Una casa & más");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "![",
                "`",
                "```\n",
                "[a](",
                "*a ",
                "**a*",
                "> ",
                "- ",
                "<",
                "<a ",
                "|a",
                "|-",
                "![](",
                "~a~",
                "\\",
                "&",
                "1. ",
                "#",
                "[a]: b\n",
                "*_"
            })
    void rendersATextOfAnyShapeInAMoment(String piece) {
        var markdown = new Markdown(piece.repeat(200_000 / piece.length()));

        var html = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> markdown.html(HOME));

        assertThat(html).doesNotContain("<script");
    }
}
