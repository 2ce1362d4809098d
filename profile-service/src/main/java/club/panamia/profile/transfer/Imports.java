package club.panamia.profile.transfer;

import static club.panamia.profile.transfer.TransferProblem.NO_SUCH_IMPORT;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How far each import has come, in {@code internal.profile_import}. */
@Singleton
class Imports {

    static final int MOST_PROBLEMS = 1000;

    private static final String OPEN = """
        INSERT INTO internal.profile_import (id, started_by) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING
        """;

    private static final String PROGRESS = """
        SELECT state, records, digest, created, problems::text AS problems FROM internal.profile_import WHERE id = $1
        """;

    private static final String KNOWN = "SELECT lower(email) FROM profiles WHERE lower(email) = ANY ($1)";

    private static final String LOCK = "SELECT records FROM internal.profile_import WHERE id = :id FOR UPDATE";

    private static final String ADVANCE = """
        UPDATE internal.profile_import
           SET records = :records, digest = :digest, state = :state, created = created + :created,
               problems = jsonb_path_query_array(
                 problems || CAST(CAST(:problems AS text) AS jsonb), '$[0 to 999]')
         WHERE id = :id
        """;

    private final Pool pool;
    private final ObjectMapper json;

    Imports(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** Up to where an import has come: how many records, and the hash of these. */
    record Progress(String state, int records, String digest, int created, List<LineProblem> problems) {

        ImportReport report() {
            return new ImportReport(state, records, created, problems);
        }
    }

    /** Begins it, or finds it where it was left. */
    Uni<Progress> open(Actor admin, String id) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(id, admin.userId())).chain(() -> progress(id));
    }

    Uni<Progress> progress(String id) {
        return pool.preparedQuery(PROGRESS).execute(Tuple.of(id)).map(this::theOne);
    }

    /** Those of these addresses that have a profile. */
    Uni<Set<String>> known(Collection<String> emails) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(emails.toArray(String[]::new)))
                .map(Imports::emails);
    }

    /** In the caller's transaction, in which nobody else moves it on: how many records are done. */
    Uni<Integer> lock(String id) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    /** In the caller's transaction: the addresses that got a profile. */
    Uni<List<String>> insert(Actor admin, List<Newcomer> newcomers) {
        var fields = json(newcomers.stream().map(Newcomer::fields).toList());
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(ProfileFiles.IN, String.class)
                        .setParameter("admin", admin.userId())
                        .setParameter("fields", fields)
                        .getResultList());
    }

    /** In the caller's transaction. */
    Uni<Void> advance(String id, Batch done, int created, List<LineProblem> problems) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(ADVANCE)
                        .setParameter("id", id)
                        .setParameter("records", done.until())
                        .setParameter("digest", done.digest())
                        .setParameter("state", done.last() ? "finished" : "running")
                        .setParameter("created", created)
                        .setParameter("problems", json(problems))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Set<String> emails(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }

    private Progress theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_IMPORT.because("Nobody has begun an import with this id.");
        }
        var row = rows.iterator().next();
        return new Progress(
                row.getString("state"),
                row.getInteger("records"),
                row.getString("digest"),
                row.getInteger("created"),
                problems(row.getString("problems")));
    }

    private List<LineProblem> problems(String stored) {
        try {
            return json.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
