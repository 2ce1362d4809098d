package club.panamia.ops.doctor;

import static club.panamia.ops.doctor.Finding.doubtful;
import static club.panamia.ops.doctor.Finding.ill;
import static club.panamia.ops.doctor.Finding.well;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/** The keys that sign tokens: auth-service makes a new one every thirty days. */
@Singleton
class KeyExamination implements Examination {

    private static final String QUESTION = """
            SELECT count(*)::int AS keys, coalesce(extract(epoch FROM now() - max(active_from)), 0)::int / 86400 AS days
              FROM internal.signing_key WHERE active_from <= now() AND expires_at > now()
            """;

    private static final int OLDEST = 31;

    private final Pool pool;

    KeyExamination(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "signing key";
    }

    @Override
    public Uni<List<Finding>> look() {
        return pool.query(QUESTION)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> List.of(newest(row)));
    }

    private Finding newest(Row row) {
        if (row.getInteger("keys") == 0) {
            return ill(
                    name(),
                    "there is none that may sign",
                    "Start auth-service, which makes one within ten minutes; its log says why it cannot.");
        }
        var days = row.getInteger("days");
        var seen = "the newest has signed for %d days".formatted(days);
        return days <= OLDEST
                ? well(name(), seen)
                : doubtful(
                        name(),
                        seen,
                        "See auth-service's log for why it makes no successor, or run `bin/rotate-keys`.");
    }
}
