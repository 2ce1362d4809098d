package club.panamia.social.upload;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.social.media.RemoveFiles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Files that no post shows leave the disk and the database. */
@ApplicationScoped
class SweepUploads {

    private static final int BATCH = 200;
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final NamedJobs jobs;
    private final Uploads uploads;
    private final RemoveFiles removeFiles;

    SweepUploads(NamedJobs jobs, Uploads uploads, RemoveFiles removeFiles) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.removeFiles = removeFiles;
    }

    @Scheduled(every = "5m", delayed = "4m", identity = "sweep-social-media")
    Uni<Void> runWhenDue() {
        return jobs.run("sweep-social-media", EVERY, this::run);
    }

    /** How many it removed. */
    Uni<Integer> run() {
        return uploads.claim(BATCH).chain(ids -> removeFiles.of(ids, uploads::forget));
    }
}
