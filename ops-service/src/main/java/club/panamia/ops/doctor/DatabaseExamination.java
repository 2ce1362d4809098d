package club.panamia.ops.doctor;

import static club.panamia.ops.doctor.Finding.doubtful;
import static club.panamia.ops.doctor.Finding.ill;
import static club.panamia.ops.doctor.Finding.well;

import club.panamia.schema.SchemaVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database: its version, its clock, its migrations, and how statements come to it. */
@Singleton
class DatabaseExamination implements Examination {

    private static final int OLDEST_VERSION = 160_000;
    private static final Duration MOST_SKEW = Duration.ofSeconds(2);

    private static final String QUESTION = """
            SELECT current_setting('server_version_num')::int AS version, clock_timestamp() AS now,
                   (SELECT count(*)::int FROM internal.databasechangelog WHERE id = ANY ($1)) AS known,
                   (SELECT count(*)::int FROM internal.databasechangelog WHERE id <> ALL ($1) AND id ~ '^[0-9]{4}_') AS unknown
            """;

    private final Pool pool;
    private final Clock clock;
    private final boolean cached;

    DatabaseExamination(
            Pool pool,
            Clock clock,
            @ConfigProperty(name = "quarkus.datasource.reactive.cache-prepared-statements") boolean cached) {
        this.pool = pool;
        this.clock = clock;
        this.cached = cached;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Uni<List<Finding>> look() {
        var needed = SchemaVersion.built().migrations();
        return pool.preparedQuery(QUESTION)
                .execute(Tuple.of(needed.toArray(String[]::new)))
                .map(rows -> rows.iterator().next())
                .map(row -> List.of(version(row), skew(row), migrations(row, needed.size()), statements()));
    }

    private static Finding version(Row row) {
        var version = row.getInteger("version");
        return version >= OLDEST_VERSION
                ? well("database version", "PostgreSQL %d".formatted(version / 10_000))
                : ill(
                        "database version",
                        "PostgreSQL %d".formatted(version / 10_000),
                        "Move to PostgreSQL 16 or newer: pg_upgrade, or a dump and its restore.");
    }

    private Finding skew(Row row) {
        var skew = Duration.between(
                        clock.instant(), row.getOffsetDateTime("now").toInstant())
                .abs();
        var seen = "%d ms between the database's and this service's".formatted(skew.toMillis());
        return skew.compareTo(MOST_SKEW) <= 0
                ? well("clocks", seen)
                : doubtful("clocks", seen, "Let NTP set the clocks of both machines: links and limits end by them.");
    }

    private static Finding migrations(Row row, int needed) {
        var known = row.getInteger("known");
        var unknown = row.getInteger("unknown");
        if (known < needed) {
            return ill(
                    "migrations",
                    "%d of %d are applied".formatted(known, needed),
                    "Run `bin/migrate up`, and `bin/migrate status` to see which are missing.");
        }
        return unknown == 0
                ? well("migrations", "all %d are applied".formatted(needed))
                : doubtful(
                        "migrations",
                        "%d are applied that this build does not know".formatted(unknown),
                        "The database is ahead: roll the newer build out everywhere, or roll the migrations back.");
    }

    private Finding statements() {
        return cached
                ? well("prepared statements", "kept by name, which was tried at start")
                : doubtful(
                        "prepared statements",
                        "made anew for each request",
                        "Behind PgBouncer 1.21 or newer with max_prepared_statements, or without a pooler, set"
                                + " DB_CACHE_STATEMENTS=true: requests cost less than half.");
    }
}
