package club.panamia.social.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignHtmlTest {

    @Test
    void keepsWhatPostsAreMadeOf() {
        var html =
                "<h1>Hi</h1><p class=\"x p-name\">a <span class=\"h-card\"><a class=\"u-url mention evil\" href=\"https://a.example/@b\">@b</a></span><br>c</p>";

        assertThat(ForeignHtml.clean(html))
                .isEqualTo(
                        "<strong>Hi</strong><p>a <span class=\"h-card\"><a class=\"u-url mention\" href=\"https://a.example/@b\""
                                + " rel=\"nofollow ugc noopener noreferrer\">@b</a></span><br>c</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<a href=\"https://a.example/\" onclick=\"alert(1)\" style=\"position:fixed\">x</a>",
                "<svg><script>alert(1)</script></svg>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<p title=\"<script>alert(1)\"><scr<script>ipt>alert(1)</p>",
                "<style>*{color:red}</style><form action=x><input></form>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a href=\"java&#x09;script:alert(1)\">x</a>",
                "<a href=\" &#1;javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<a href=\"https://a.example/&quot; onmouseover=&quot;alert(1)\">x</a>",
                "<a href=\"//a.example/\" target=_blank rel=opener>x</a>",
                "<svg/onload=alert(1)>",
                "<svg><animate xlink:href=#x attributeName=href values=javascript:alert(1) /></svg>",
                "<body onload=alert(1)><details open ontoggle=alert(1)>",
                "<object data=\"data:text/html,<script>alert(1)</script>\"></object><embed src=x>",
                "<base href=\"https://a.example/\"><meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<!--><img src=x onerror=alert(1)>-->",
                "<textarea><script>alert(1)</script></textarea><xmp><script>alert(1)</script></xmp>",
                "<template><script>alert(1)</script></template><video><source onerror=alert(1)></video>",
                "<a href=x style=\"background:url(javascript:alert(1))\"><b/onclick=alert(1)>x",
                "<p class=\"x\" id=\"y\" onclick=alert(1)><img/src='x'/onerror='alert(1)'>",
                "<<script>script>alert(1)<</script>/script>"
            })
    void letsNothingThroughThatActs(String html) {
        var shown =
                Jsoup.parseBodyFragment(String.valueOf(ForeignHtml.clean(html))).body();

        assertThat(shown.select("*").not("body, p, a, b, span")).isEmpty();
        assertThat(shown.select("a[href]").eachAttr("href")).allMatch(href -> href.matches("(https?|mailto):.*"));
        assertThat(shown.select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(Attribute::getKey))
                .isSubsetOf("href", "rel", "class");
        assertThat(shown.select("a").eachAttr("rel")).allMatch("nofollow ugc noopener noreferrer"::equals);
    }

    @Test
    void takesWordsAloneInOneLine() {
        assertThat(ForeignHtml.words("<b>Ben</b>\n &amp; <i>co</i>", 200)).isEqualTo("Ben & co");
        assertThat(ForeignHtml.words("x".repeat(300), 200)).hasSize(200);
        assertThat(ForeignHtml.words(" <br> ", 200)).isNull();
        assertThat(ForeignHtml.clean(null)).isNull();
    }
}
