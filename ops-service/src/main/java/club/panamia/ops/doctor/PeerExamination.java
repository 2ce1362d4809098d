package club.panamia.ops.doctor;

import static club.panamia.ops.doctor.Finding.doubtful;
import static club.panamia.ops.doctor.Finding.well;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/** Other servers, and what could not be told them. Nothing is said of them before there are any. */
@Singleton
class PeerExamination implements Examination {

    private static final String QUESTION = """
            SELECT (SELECT count(*)::int FROM internal.peer) AS known,
                   (SELECT count(*)::int FROM internal.peer WHERE failures > 0) AS failing,
                   (SELECT string_agg(host, ', ') FROM (
                      SELECT host FROM internal.peer WHERE failures > 0 ORDER BY failures DESC, host LIMIT 3) p) AS worst,
                   (SELECT count(*)::int FROM internal.delivery WHERE state = 'dead') AS dead
            """;

    private final Pool pool;

    PeerExamination(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "other servers";
    }

    @Override
    public Uni<List<Finding>> look() {
        return pool.query(QUESTION)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> row.getInteger("known") == 0 ? List.<Finding>of() : List.of(servers(row), deliveries(row)));
    }

    private Finding servers(Row row) {
        var failing = row.getInteger("failing");
        return failing == 0
                ? well(name(), "all %d answer".formatted(row.getInteger("known")))
                : doubtful(
                        name(),
                        "%d do not answer, the worst: %s".formatted(failing, row.getString("worst")),
                        "Wait: each is asked again, less and less often. If it is many, see whether social-service may reach"
                                + " the outside.");
    }

    private static Finding deliveries(Row row) {
        var dead = row.getInteger("dead");
        return dead == 0
                ? well("deliveries to other servers", "none was given up")
                : doubtful(
                        "deliveries to other servers",
                        "%d were given up".formatted(dead),
                        "Read internal.delivery.error of those that are dead; a server that has gone for good needs nothing.");
    }
}
