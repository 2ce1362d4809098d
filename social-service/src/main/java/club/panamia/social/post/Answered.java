package club.panamia.social.post;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.audience.Visibility;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The post that another one answers.
 *
 * @param heard the actors who have it: its author and those whom it is addressed to
 */
record Answered(String id, String uri, Visibility visibility, String authorId, Set<String> heard) {

    /** An answer is heard by nobody whom the post itself does not reach. */
    Visibility answeredWith(@Nullable Visibility wish) {
        var visibility = wish == null ? visibility() : wish;
        if (!visibility().answers().contains(visibility)) {
            throw CommonProblem.INVALID
                    .because("An answer is not for more people than what it answers.")
                    .at(
                            "/visibility",
                            "must not be wider than the post's, which is "
                                    + visibility().label());
        }
        return visibility;
    }

    /** Who gets a direct answer: all who have a direct post, unless some of them are named. */
    List<String> recipients(String speaker, @Nullable List<String> named) {
        if (visibility != Visibility.DIRECT) {
            return named == null ? List.of() : named;
        }
        var others = new LinkedHashSet<>(heard);
        others.remove(speaker);
        if (named != null && !others.containsAll(named)) {
            throw CommonProblem.INVALID
                    .because("An answer is not for more people than what it answers.")
                    .at("/recipientActorIds", "must be among those who have the post");
        }
        return named == null ? List.copyOf(others) : named;
    }
}
