package club.panamia.ops.problem;

import club.panamia.kernel.problem.ProblemType;

/** A kind of problem: what its {@code type} means, whichever request met it. */
public record ProblemView(String type, String title, int status) {

    static ProblemView of(ProblemType type) {
        return new ProblemView("/problems/" + type.slug(), type.title(), type.status());
    }
}
