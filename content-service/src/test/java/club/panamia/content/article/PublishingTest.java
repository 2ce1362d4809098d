package club.panamia.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.content.article.ArticleStep.Step;
import club.panamia.content.article.Review.Checklist;
import club.panamia.content.article.Review.Verdict;
import club.panamia.content.state.Status;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.content.wording.ArticleType;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishingTest {

    private static final Actor ANA = new Actor("ana", "ana", Set.of("member"), "s1");
    private static final Actor RIO = new Actor("rio", "rio", Set.of("member"), "s2");
    private static final Actor BEN = new Actor("ben", "ben", Set.of("member"), "s3");
    private static final Actor ADA = new Actor("ada", "ada", Set.of("member", "admin"), "s4");
    private static final Checklist ALL = new Checklist(true, true, true);
    private static final Instant MONDAY = Instant.parse("2030-01-07T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2030-01-08T00:00:00Z");

    @Test
    void takesASecondPerson() {
        assertRefused(
                ArticleProblem.NEEDS_SECOND_PERSON,
                () -> draft().publishing(ANA).publish(MONDAY));
    }

    @Test
    void takesCoAuthorsWhoAccepted() {
        var article = draft();
        article.together(ANA).invite("ben", null, MONDAY);
        assertRefused(
                ArticleProblem.NEEDS_SECOND_PERSON,
                () -> article.publishing(ANA).publish(MONDAY));

        article.together(BEN).accept(MONDAY);

        assertThat(article.publishing(ANA).publish(MONDAY).coAuthors()).containsExactly("ben");
        assertThat(article.status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void takesNoOneWhoHasLeft() {
        var article = draft();
        article.together(ANA).invite("ben", null, MONDAY);
        article.together(BEN).accept(MONDAY);
        article.together(BEN).leave();

        assertRefused(
                ArticleProblem.NEEDS_SECOND_PERSON,
                () -> article.publishing(ANA).publish(MONDAY));
    }

    @Test
    void takesAReviewerWhoApproved() {
        var article = approved();

        var step = article.publishing(ANA).publish(MONDAY);

        assertThat(step.step()).isEqualTo(Step.PUBLISHED);
        assertThat(step.reviewerId()).isEqualTo("rio");
    }

    @ParameterizedTest
    @CsvSource({
        "title,true",
        "content,true",
        "type,true",
        "cover,true",
        "tags,false",
        "excerpt,false",
        "language,false",
    })
    void takesNoApprovalOfWhatItSaidBefore(String changed, boolean voids) {
        var article = approved();

        var step = article.change(ANA, saying(changed));

        assertThat(step.isPresent()).isEqualTo(voids);
        assertThat(article.review().status()).isEqualTo(voids ? Verdict.OUTDATED : Verdict.APPROVED);
        if (voids) {
            assertThat(step.orElseThrow().step()).isEqualTo(Step.APPROVAL_OUTDATED);
            assertThat(article.review().revision()).isNull();
            assertRefused(
                    ArticleProblem.NEEDS_SECOND_PERSON,
                    () -> article.publishing(ANA).publish(MONDAY));
        }
    }

    @Test
    void takesNoApprovalBackForWhatIsPutRightAgain() {
        var article = approved();
        article.change(ANA, saying("title"));
        article.change(ANA, saying(""));

        assertRefused(
                ArticleProblem.NEEDS_SECOND_PERSON,
                () -> article.publishing(ANA).publish(MONDAY));
    }

    @Test
    void keepsTheDayOfTheFirstTime() {
        var article = approved();
        article.publishing(ANA).publish(MONDAY);
        article.publishing(ANA).unpublish();

        article.publishing(ANA).publish(TUESDAY);

        assertThat(article.publication().publishedAt()).isEqualTo(MONDAY);
    }

    @Test
    void takesContent() {
        var article = Article.draft(ANA, "hola", draftOf(ArticleType.BUSINESS_UPDATE, "Hola", " \n", null, List.of()));
        article.together(ANA).invite("ben", null, MONDAY);
        article.together(BEN).accept(MONDAY);

        assertRefused(ArticleProblem.NOT_READY, () -> article.publishing(ANA).publish(MONDAY));
    }

    @Test
    void takesNoSecondPersonForTheStaff() {
        var article = Article.draft(ADA, "hola", draftOf(ArticleType.STAFF_UPDATE, "Hola", "Word.", null, List.of()));

        assertThat(article.publishing(ADA).publish(MONDAY).step()).isEqualTo(Step.PUBLISHED);
    }

    @Test
    void leavesWritingForTheStaffToTheStaff() {
        var article = draft();

        assertRefused(ArticleProblem.STAFF_ONLY, () -> article.change(ANA, saying("staff")));
    }

    @Test
    void keepsPartsApart() {
        var article = draft();
        article.together(ANA).invite("ben", null, MONDAY);
        assertRefused(
                ArticleProblem.ALREADY_INVOLVED, () -> article.reviewing(ANA).request("ben", null, MONDAY));
        assertRefused(
                ArticleProblem.ALREADY_INVOLVED, () -> article.reviewing(ANA).request("ana", null, MONDAY));
        assertRefused(
                ArticleProblem.ALREADY_INVOLVED, () -> article.together(ANA).invite("ana", null, MONDAY));

        article.together(BEN).accept(MONDAY);
        assertRefused(
                ArticleProblem.ALREADY_INVOLVED, () -> article.reviewing(BEN).request("ana", null, MONDAY));
        assertRefused(
                ArticleProblem.ALREADY_INVOLVED, () -> approved().together(ANA).invite("rio", null, MONDAY));
    }

    @Test
    void tellsTheAddressOfWhatIsOrWasPublicAlone() {
        var article = approved();
        assertThat(article.step(Step.APPROVED, "rio").slug()).isNull();

        assertThat(article.publishing(ANA).publish(MONDAY).slug()).isEqualTo("hola");
        assertThat(article.publishing(ANA).unpublish().slug()).isEqualTo("hola");
    }

    @Test
    void isNotApprovedInParts() {
        var article = draft();
        article.reviewing(ANA).request("rio", null, MONDAY);
        var revision = article.wording().revision();

        assertRefused(
                ArticleProblem.CHECKLIST_INCOMPLETE,
                () -> article.reviewing(RIO).approve(new Checklist(true, true, false), revision, MONDAY));
        assertRefused(
                ArticleProblem.REVISION_CHANGED, () -> article.reviewing(RIO).approve(ALL, "other", MONDAY));
    }

    private static Article draft() {
        return Article.draft(ANA, "hola", saying(""));
    }

    private static Article approved() {
        var article = draft();
        article.reviewing(ANA).request("rio", null, MONDAY);
        article.reviewing(RIO).approve(ALL, article.wording().revision(), MONDAY);
        return article;
    }

    /** The draft with one thing changed. */
    private static ArticleDraft saying(String changed) {
        return switch (changed) {
            case "title" -> draftOf(ArticleType.BUSINESS_UPDATE, "Adiós", "Word.", null, List.of());
            case "content" -> draftOf(ArticleType.BUSINESS_UPDATE, "Hola", "Words.", null, List.of());
            case "type" -> draftOf(ArticleType.COMMUNITY_COMMENTARY, "Hola", "Word.", null, List.of());
            case "staff" -> draftOf(ArticleType.STAFF_UPDATE, "Hola", "Word.", null, List.of());
            case "cover" -> draftOf(ArticleType.BUSINESS_UPDATE, "Hola", "Word.", "https://a.example/b.jpg", List.of());
            case "tags" -> draftOf(ArticleType.BUSINESS_UPDATE, "Hola", "Word.", null, List.of("food"));
            case "excerpt" ->
                new ArticleDraft(
                        "Hola", ArticleType.BUSINESS_UPDATE, "Word.", "Short.", null, null, null, null, null, null);
            case "language" ->
                new ArticleDraft(
                        "Hola", ArticleType.BUSINESS_UPDATE, "Word.", null, null, null, null, null, "es", null);
            default -> draftOf(ArticleType.BUSINESS_UPDATE, "Hola", "Word.", null, List.of());
        };
    }

    private static ArticleDraft draftOf(
            ArticleType type, String title, String content, String cover, List<String> tags) {
        return new ArticleDraft(title, type, content, null, tags, cover, null, null, null, null);
    }

    private static void assertRefused(ArticleProblem why, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOf(Problem.class)
                .satisfies(thrown -> assertThat(((Problem) thrown).type()).isEqualTo(why));
    }
}
