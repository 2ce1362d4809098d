package club.panamia.social.document;

import club.panamia.kernel.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;

/** What is left of documents that are gone. */
@Singleton
public class Tombstones {

    private static final String TOLD = """
            SELECT t.former_type, to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS deleted
              FROM internal.tombstone t WHERE t.uri = $1 AND t.told
            """;

    private final Pool pool;

    Tombstones(Pool pool) {
        this.pool = pool;
    }

    /** 410 where everybody could know that it was there; else nothing was ever there. */
    public Uni<RestResponse<String>> at(String uri) {
        return pool.preparedQuery(TOLD).execute(Tuple.of(uri)).map(rows -> gone(uri, rows));
    }

    private static RestResponse<String> gone(String uri, RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw CommonProblem.NOT_FOUND.because("There is no such document for everybody.");
        }
        var row = rows.iterator().next();
        return ActivityJson.gone(uri, row.getString("former_type"), row.getString("deleted"));
    }
}
