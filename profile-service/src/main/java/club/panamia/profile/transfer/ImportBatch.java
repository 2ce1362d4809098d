package club.panamia.profile.transfer;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** A batch of an import: its profiles and the progress commit together, so that each record has its effect once. */
@ApplicationScoped
class ImportBatch {

    private final Imports imports;
    private final Judge judge;

    ImportBatch(Imports imports, Judge judge) {
        this.imports = imports;
        this.judge = judge;
    }

    /** Does nothing when another upload of the same import was faster. */
    @WithTransaction
    Uni<Void> run(Actor admin, String id, Batch batch) {
        return imports.lock(id)
                .chain(done -> done == batch.from()
                        ? write(admin, id, batch, judge.of(batch.entries()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> write(Actor admin, String id, Batch batch, Judgement judgement) {
        return imports.insert(admin, judgement.newcomers())
                .chain(created -> imports.advance(id, batch, created.size(), passedOver(judgement, created)));
    }

    private static List<LineProblem> passedOver(Judgement judgement, List<String> created) {
        var left = new HashSet<>(created);
        var problems = new ArrayList<>(judgement.faults());
        judgement.newcomers().stream()
                .filter(newcomer -> !left.remove(newcomer.email()))
                .map(ImportBatch::duplicate)
                .forEach(problems::add);
        return sorted(problems);
    }

    static LineProblem duplicate(Newcomer newcomer) {
        return new LineProblem(newcomer.line(), "/email", "has a profile already");
    }

    /** In the order of the file, the first thousand. */
    static List<LineProblem> sorted(List<LineProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(LineProblem::line))
                .limit(Imports.MOST_PROBLEMS)
                .toList();
    }
}
