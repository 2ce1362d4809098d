package club.panamia.content.cover;

import club.panamia.content.wording.Cover;
import club.panamia.kernel.job.NamedJobs;
import club.panamia.kernel.media.InUse;
import club.panamia.kernel.media.Media;
import club.panamia.kernel.media.MediaFiles;
import club.panamia.kernel.media.MediaSweep;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Covers that no article shows, nor said to show before, leave the disk. */
@ApplicationScoped
class CoversInUse implements InUse {

    /** The pattern is what makes the partial indexes fit. */
    static final String SHOWN = """
            SELECT a.cover_image AS address FROM articles a
             WHERE a.cover_image LIKE '/media/%' AND a.cover_image = ANY ($1)
             UNION
            SELECT r.wording ->> 'coverImage' FROM internal.article_revision r
             WHERE r.wording ->> 'coverImage' LIKE '/media/%' AND r.wording ->> 'coverImage' = ANY ($1)
            """;

    private final NamedJobs jobs;
    private final MediaSweep sweep;
    private final MediaFiles files;
    private final Pool pool;

    CoversInUse(NamedJobs jobs, MediaSweep sweep, MediaFiles files, Pool pool) {
        this.jobs = jobs;
        this.sweep = sweep;
        this.files = files;
        this.pool = pool;
    }

    @Scheduled(every = "10m", delayed = "5m", identity = "sweep-covers")
    Uni<Void> runWhenDue() {
        return jobs.run("sweep-covers", Duration.ofHours(1), this::run);
    }

    Uni<Integer> run() {
        return sweep.run(this);
    }

    @Override
    public Uni<Set<String>> among(List<String> uploads) {
        return pool.preparedQuery(SHOWN).execute(values(uploads)).map(CoversInUse::uploads);
    }

    private Tuple values(List<String> uploads) {
        return Tuple.of(uploads.stream()
                .map(file -> files.url(file, Media.SIZES.getLast()))
                .toArray(String[]::new));
    }

    private static Set<String> uploads(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Cover.file(row.getString("address")))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
