package club.panamia.kernel.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes part in the transaction of {@link ShakyDoor}. */
@ApplicationScoped
class ShakyRoom {

    /** The server ends the very session that asks for it. */
    @WithTransaction
    Uni<Integer> cutOff() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT 1 FROM pg_terminate_backend(pg_backend_pid())", Integer.class)
                        .getSingleResult());
    }
}
