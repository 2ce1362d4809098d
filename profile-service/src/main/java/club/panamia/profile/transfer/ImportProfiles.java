package club.panamia.profile.transfer;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes a file in, batch by batch; what is done stays done, and the same file sent again goes on from there. */
@Singleton
class ImportProfiles {

    private final ImportFile file;
    private final Imports imports;
    private final ImportBatch batches;

    ImportProfiles(ImportFile file, Imports imports, ImportBatch batches) {
        this.file = file;
        this.imports = imports;
        this.batches = batches;
    }

    Uni<ImportReport> run(Actor admin, String id, String contentType, byte[] content) {
        return file.read(contentType, content)
                .chain(entries -> begin(admin, id, entries))
                .chain(rest -> all(admin, id, rest))
                .chain(() -> imports.progress(id))
                .map(Imports.Progress::report);
    }

    /** What a file would bring, without bringing it. */
    Uni<ImportReport> check(String contentType, byte[] content) {
        return file.judged(contentType, content).chain(this::check);
    }

    private Uni<List<Batch>> begin(Actor admin, String id, List<Entry> entries) {
        return imports.open(admin, id).map(done -> Batch.after(done, entries));
    }

    private Uni<Void> all(Actor admin, String id, List<Batch> rest) {
        return Multi.createFrom()
                .iterable(rest)
                .onItem()
                .transformToUniAndConcatenate(batch -> batches.run(admin, id, batch))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<ImportReport> check(Judgement judgement) {
        var emails = judgement.newcomers().stream().map(Newcomer::email).toList();
        return imports.known(emails).map(known -> report(judgement, known));
    }

    private static ImportReport report(Judgement judgement, Set<String> known) {
        var taken = new HashSet<>(known);
        var problems = new ArrayList<>(judgement.faults());
        var created = 0;
        for (var newcomer : judgement.newcomers()) {
            if (taken.add(newcomer.email())) {
                created++;
            } else {
                problems.add(ImportBatch.duplicate(newcomer));
            }
        }
        return new ImportReport("checked", judgement.records(), created, ImportBatch.sorted(problems));
    }
}
