package club.panamia.social.wire;

import static org.assertj.core.api.Assertions.assertThat;

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
                "<style>*{color:red}</style><form action=x><input></form>"
            })
    void letsNothingThroughThatActs(String html) {
        assertThat(ForeignHtml.clean(html))
                .doesNotContainPattern("(?i)<(script|img|svg|iframe|math|style|form|input)")
                .doesNotContainPattern("(?i)<[^>]*(javascript:|data:|on[a-z]+=|style=|title=)");
    }

    @Test
    void takesWordsAloneInOneLine() {
        assertThat(ForeignHtml.words("<b>Ben</b>\n &amp; <i>co</i>", 200)).isEqualTo("Ben & co");
        assertThat(ForeignHtml.words("x".repeat(300), 200)).hasSize(200);
        assertThat(ForeignHtml.words(" <br> ", 200)).isNull();
        assertThat(ForeignHtml.clean(null)).isNull();
    }
}
