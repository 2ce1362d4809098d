package club.panamia.social.emoji;

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

/** Pictures that were removed leave the disk, and then the database: a crash in between leaves a row that says what is to be done. */
@ApplicationScoped
class SweepEmojis {

    private static final Logger LOG = Logger.getLogger(SweepEmojis.class);

    private final NamedJobs jobs;
    private final Emojis emojis;
    private final BlobStore blobs;

    SweepEmojis(NamedJobs jobs, Emojis emojis, BlobStore blobs) {
        this.jobs = jobs;
        this.emojis = emojis;
        this.blobs = blobs;
    }

    @Scheduled(every = "5m", delayed = "6m", identity = "sweep-emojis")
    Uni<Void> runWhenDue() {
        return jobs.run("sweep-emojis", Duration.ofMinutes(10), this::run);
    }

    /** How many it removed. */
    Uni<Integer> run() {
        return emojis.claim().chain(this::remove);
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
                .chain(() -> emojis.forget(id))
                .replaceWith(1)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "A file could not be removed emoji=%s", id))
                .onFailure()
                .recoverWithItem(0);
    }
}
