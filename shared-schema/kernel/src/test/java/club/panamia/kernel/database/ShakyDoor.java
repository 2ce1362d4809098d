package club.panamia.kernel.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Transactions whose connection is cut by the server while they work, or between their work and their COMMIT. */
@Singleton
class ShakyDoor {

    private static final String STORE = """
            INSERT INTO contact_submissions (id, name, email) VALUES (pana_id(), 'shaky', 'shaky@example.org')
            """;

    private final Pool pool;
    private final ShakyRoom room;
    final AtomicInteger begun = new AtomicInteger();

    ShakyDoor(Pool pool, ShakyRoom room) {
        this.pool = pool;
        this.room = room;
    }

    /** Stores one row; the first {@code cuts} attempts are cut after that. */
    @WithTransaction
    Uni<Integer> store(int cuts) {
        var attempt = begun.incrementAndGet();
        return execute(STORE).chain(() -> attempt <= cuts ? room.cutOff() : execute("SELECT 1"));
    }

    /** Stores one row, and is cut when all of its work is done. */
    @WithTransaction
    Uni<Integer> storeAndLeaveOpen() {
        begun.incrementAndGet();
        return execute(STORE)
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery("SELECT pg_backend_pid()", Integer.class)
                        .getSingleResult())
                .call(pid -> pool.query("SELECT pg_terminate_backend(%d, 2000)".formatted(pid))
                        .execute());
    }

    private static Uni<Integer> execute(String sql) {
        return Panache.getSession()
                .chain(session -> sql.startsWith("INSERT")
                        ? session.createNativeQuery(sql).executeUpdate()
                        : session.createNativeQuery(sql, Integer.class).getSingleResult());
    }
}
