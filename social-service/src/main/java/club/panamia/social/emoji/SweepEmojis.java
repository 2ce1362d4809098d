package club.panamia.social.emoji;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.social.media.RemoveFiles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Pictures that were removed leave the disk and the database. */
@ApplicationScoped
class SweepEmojis {

    private final NamedJobs jobs;
    private final Emojis emojis;
    private final RemoveFiles removeFiles;

    SweepEmojis(NamedJobs jobs, Emojis emojis, RemoveFiles removeFiles) {
        this.jobs = jobs;
        this.emojis = emojis;
        this.removeFiles = removeFiles;
    }

    @Scheduled(every = "5m", delayed = "6m", identity = "sweep-emojis")
    Uni<Void> runWhenDue() {
        return jobs.run("sweep-emojis", Duration.ofMinutes(10), this::run);
    }

    /** How many it removed. */
    Uni<Integer> run() {
        return emojis.claim().chain(ids -> removeFiles.of(ids, emojis::forget));
    }
}
