package club.panamia.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.content.state.Status;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.content.wording.ArticleType;
import club.panamia.content.wording.License;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArticleTest {

    private static final Actor ANA = new Actor("u1", "ana", Set.of("member"), "s1");
    private static final Actor ADA = new Actor("u2", "ada", Set.of("member", "admin"), "s2");
    private static final Actor NAMELESS = new Actor("u3", null, Set.of("member"), "s3");

    @Test
    void beginsAsADraftOfItsAuthorAlone() {
        var article = Article.draft(ANA, "hola", draft(ArticleType.BUSINESS_UPDATE, "Una **casa**.", null));

        assertThat(article.status()).isEqualTo(Status.DRAFT);
        assertThat(article.authorId).isEqualTo("u1");
        assertThat(article.coAuthors).isEmpty();
        assertThat(article.slug()).isEqualTo("hola");
        assertThat(article.wording().excerpt()).isEqualTo("Una casa.");
        assertThat(article.wording().readingTime()).isEqualTo(1);
        assertThat(article.wording().ccLicense()).isEqualTo(License.BY_4);
        assertThat(article.wording().language()).isEqualTo("en");
        assertThat(article.wording().tags()).containsExactly("art", "food");
    }

    @Test
    void keepsAnExcerptThatItsAuthorWrote() {
        var article = Article.draft(ANA, "hola", draft(ArticleType.BUSINESS_UPDATE, "Una casa.", " Mine. "));

        assertThat(article.wording().excerpt()).isEqualTo("Mine.");
    }

    @ParameterizedTest
    @EnumSource
    void lets(ArticleType type) {
        assertThat(Article.draft(ADA, "hola", draft(type, "", null)).wording().articleType())
                .isEqualTo(type);
    }

    @Test
    void isNotWrittenForTheStaffByAnybodyElse() {
        var draft = draft(ArticleType.STAFF_UPDATE, "", null);

        assertThatThrownBy(() -> Article.draft(ANA, "hola", draft)).satisfies(refused(ArticleProblem.STAFF_ONLY));
    }

    @Test
    void isSigned() {
        var draft = draft(ArticleType.BUSINESS_UPDATE, "", null);

        assertThatThrownBy(() -> Article.draft(NAMELESS, "hola", draft))
                .satisfies(refused(ArticleProblem.SCREENNAME_REQUIRED));
    }

    private static org.assertj.core.api.ThrowingConsumer<Throwable> refused(ArticleProblem why) {
        return thrown -> assertThat(((Problem) thrown).type()).isEqualTo(why);
    }

    private static ArticleDraft draft(ArticleType type, String content, @Nullable String excerpt) {
        return new ArticleDraft(
                "Hola", type, content, excerpt, List.of(" Art", "art", " ", "FOOD"), null, null, null, null, " ");
    }
}
