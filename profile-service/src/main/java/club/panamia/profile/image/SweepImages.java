package club.panamia.profile.image;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.kernel.media.InUse;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Pictures that hang nowhere any more leave the disk. */
@ApplicationScoped
class SweepImages implements InUse {

    static final String HANGING = """
        SELECT picture.value ->> 'file' AS file
          FROM profiles p
         CROSS JOIN LATERAL jsonb_each(p.images) AS picture
         WHERE jsonb_path_query_array(p.images, '$.*.file') ?| $1
        """;

    private final NamedJobs jobs;
    private final MediaSweep sweep;
    private final Pool pool;

    SweepImages(NamedJobs jobs, MediaSweep sweep, Pool pool) {
        this.jobs = jobs;
        this.sweep = sweep;
        this.pool = pool;
    }

    @Scheduled(every = "10m", delayed = "5m", identity = "sweep-images")
    Uni<Void> runWhenDue() {
        return jobs.run("sweep-images", Duration.ofHours(1), this::run);
    }

    Uni<Integer> run() {
        return sweep.run(this);
    }

    @Override
    public Uni<Set<String>> among(List<String> files) {
        return pool.preparedQuery(HANGING)
                .execute(Tuple.of(files.toArray(String[]::new)))
                .map(SweepImages::files);
    }

    private static Set<String> files(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("file"))
                .collect(Collectors.toSet());
    }
}
