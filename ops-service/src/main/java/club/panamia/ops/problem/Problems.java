package club.panamia.ops.problem;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.problem.CommonProblem;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of problem that every service shares, by the status that goes with them. */
@Singleton
class Problems {

    private final List<ProblemView> all = Stream.of(CommonProblem.values())
            .map(ProblemView::of)
            .sorted(Comparator.comparing(ProblemView::status).thenComparing(ProblemView::type))
            .toList();

    List<ProblemView> all() {
        return all;
    }

    ProblemView named(String slug) {
        var type = "/problems/" + slug;
        return all.stream()
                .filter(problem -> problem.type().equals(type))
                .findFirst()
                .orElseThrow(() -> NOT_FOUND.because("No such kind of problem is listed."));
    }
}
