package club.panamia.social.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksBackTest {

    private static final Owner BEN = new Owner("https://b.example/users/Ben", "https://b.example/@Ben");

    private static boolean linksBack(Owner owner, String html) {
        return LinksBack.to(owner, html.getBytes(StandardCharsets.UTF_8), URI.create("https://b.example/about/ben"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a rel=me href=https://b.example/@Ben>Me</a>",
                "<!doctype html><head><link rel='me' href='https://b.example/@Ben'></head>",
                "<map><area rel='me' href='https://b.example/@Ben'></map>",
                "<a rel='nofollow ME\nnoopener' href='https://b.example/@Ben'></a>",
                "<a rel='me' href=' https://B.example:443/@ben/ '>any case, a slash, the usual port</a>",
                "<a rel='me' href='https://b.example/users/Ben'>the id</a>",
                "<a rel='me' href='https://b.example/users/Ben/'>the id</a>",
                "<a rel='me' href='/@Ben'>relative</a>",
                "<a rel='me' href='../@Ben'>relative</a>",
                "<base href='https://b.example/x/'><a rel='me' href='../@Ben'>relative to another base</a>",
                "<p><b><a rel='me' href='https://b.example/@Ben'>never closed",
                "<a rel='me' href='https://c.example/@Ben'></a><a rel='me' href='https://b.example/@Ben'></a>",
            })
    void isSaidByALinkToThePageOrTheId(String html) {
        assertThat(linksBack(BEN, html)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://b.example/@Ben",
                "<a href='https://b.example/@Ben'>no rel</a>",
                "<a rel='met me-too nofollow' href='https://b.example/@Ben'>no me among them</a>",
                "<a rel='me'>no href</a>",
                "<a rel='me' href=''></a>",
                "<a rel='me' href='https://b.example/@Benjamin'></a>",
                "<a rel='me' href='https://b.example/@Ben?'></a>",
                "<a rel='me' href='https://b.example/@Ben/1'></a>",
                "<a rel='me' href='https://b.example/@Ben#x'></a>",
                "<a rel='me' href='https://b.example/users/ben'>an id in another case is another id</a>",
                "<a rel='me' href='https://b.example:8443/@Ben'></a>",
                "<a rel='me' href='http://b.example/@Ben'></a>",
                "<a rel='me' href='https://b.example.evil.example/@Ben'></a>",
                "<a rel='me' href='javascript:https://b.example/@Ben'></a>",
                "<a rel='me' href='https://b exa mple/@Ben'></a>",
                "<!-- <a rel='me' href='https://b.example/@Ben'></a> -->",
                "<script>\"<a rel='me' href='https://b.example/@Ben'></a>\"</script>",
                "<textarea><a rel='me' href='https://b.example/@Ben'></a></textarea>",
                "&lt;a rel='me' href='https://b.example/@Ben'>",
                "<form rel='me' href='https://b.example/@Ben'></form>",
            })
    void isNotSaidByAnythingElse(String html) {
        assertThat(linksBack(BEN, html)).isFalse();
    }

    @Test
    void believesNobodyThatAPageOfAnotherServerIsTheirs() {
        var mallory = new Owner("https://evil.example/users/mallory", "https://b.example/@Ben");

        assertThat(linksBack(mallory, "<a rel='me' href='https://b.example/@Ben'></a>"))
                .isFalse();
        assertThat(linksBack(new Owner("https://b.example/users/Ben", null), "<a rel='me' href=''></a>"))
                .isFalse();
    }
}
