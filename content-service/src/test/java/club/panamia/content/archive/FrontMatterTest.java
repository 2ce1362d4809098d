package club.panamia.content.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.content.wording.ArticleDraft;
import club.panamia.content.wording.ArticleType;
import club.panamia.content.wording.License;
import club.panamia.kernel.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A word.",
                "\n\nTwo empty lines before.",
                "---\ntitle: no front matter\n---\n",
                "Ends.\n",
                "Tab\tand \"quotes\"",
                "Windows\r\nlines",
                "# Año\n\n- uno: dos\n- tres"
            })
    void comesBackAsItWas(String content) {
        var article = new ArchivedArticle(
                "ano-nuevo",
                new ArticleDraft(
                        "Año: \"nuevo\"",
                        ArticleType.BUSINESS_UPDATE,
                        content,
                        "An\nexcerpt",
                        List.of("arte", "a: b"),
                        "https://example.org/a.jpg",
                        "A mural",
                        License.ZERO,
                        "es-MX",
                        null));

        assertThat(FrontMatter.read(article.file(), FrontMatter.write(article))).isEqualTo(article);
    }

    @Test
    void readsWhatPeopleWrite() {
        var article = FrontMatter.read("articles/hola.md", """
            ---
            title: Hola, Miami: a greeting
            articleType: community_commentary
            tags: ["Arte", "Musica"]
            date: 2020-01-01

            ---
            One.
            """);

        assertThat(article.slug()).isEqualTo("hola");
        assertThat(article.draft().title()).isEqualTo("Hola, Miami: a greeting");
        assertThat(article.draft().articleType()).isEqualTo(ArticleType.COMMUNITY_COMMENTARY);
        assertThat(article.draft().tags()).containsExactly("arte", "musica");
        assertThat(article.draft().content()).isEqualTo("One.\n");
    }

    @Test
    void readsFilesOfWindows() {
        var article = FrontMatter.read(
                "hola.md", "---\r\ntitle: Hola\r\narticleType: business_update\r\n---\r\n\r\nOne.\r\n");

        assertThat(article.draft().title()).isEqualTo("Hola");
        assertThat(article.draft().content()).isEqualTo("One.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No front matter.",
                "---\ntitle: no end",
                "---\nno colon\n---\n",
                "---\n: no name\n---\n",
                "---\narticleType: novel\n---\n",
                "---\ntags: {\"a\": 1}\n---\n",
                "---\ntitle: [\"a\"]\n---\n"
            })
    void refusesWhatIsNoArticleAndNamesTheFile(String text) {
        assertThatThrownBy(() -> FrontMatter.read("articles/hola.md", text)).isInstanceOf(Problem.class);
    }
}
