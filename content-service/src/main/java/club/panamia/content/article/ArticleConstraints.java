package club.panamia.content.article;

import static club.panamia.content.article.ArticleProblem.ADDRESS_TAKEN;
import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints of {@code articles} mean to a person. */
@Singleton
class ArticleConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "articles_slug_key",
                ADDRESS_TAKEN.because("Somebody was faster; try again."),
                "articles_title_check",
                INVALID.because("The title is empty or too long.").at("/title", "must have 1 to 200 characters"),
                "articles_in_reply_to_fkey",
                Articles.noParent());
    }
}
