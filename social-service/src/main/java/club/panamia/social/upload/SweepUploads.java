package club.panamia.social.upload;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.kernel.media.BlobStore;
import club.panamia.social.media.MediaName;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Files that no post shows leave the disk, and then the database: a crash in between leaves a row that says what is to be done. */
@ApplicationScoped
class SweepUploads {

    private static final Logger LOG = Logger.getLogger(SweepUploads.class);
    private static final int BATCH = 200;
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final NamedJobs jobs;
    private final Uploads uploads;
    private final BlobStore blobs;

    SweepUploads(NamedJobs jobs, Uploads uploads, BlobStore blobs) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.blobs = blobs;
    }

    @Scheduled(every = "5m", delayed = "4m", identity = "sweep-social-media")
    Uni<Void> runWhenDue() {
        return jobs.run("sweep-social-media", EVERY, this::run);
    }

    /** How many it removed. */
    Uni<Integer> run() {
        return uploads.claim(BATCH).chain(this::remove);
    }

    private Uni<Integer> remove(List<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    /** One that cannot be removed now stays claimed, and is tried again by the next run. */
    private Uni<Integer> remove(String id) {
        return blobs.remove(MediaName.group(id))
                .chain(() -> uploads.forget(id))
                .replaceWith(1)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "A file could not be removed upload=%s", id))
                .onFailure()
                .recoverWithItem(0);
    }
}
