package club.panamia.kernel.transaction;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** The transaction that the caller has begun. A statement that slipped outside it would outlive a rollback. */
public final class CallersTransaction {

    private CallersTransaction() {}

    /** The caller's session; fails with {@link IllegalStateException} when no transaction has begun in it. */
    public static Uni<Mutiny.Session> session() {
        return Panache.currentTransaction()
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("No transaction has begun: is @WithTransaction missing?"))
                .chain(Panache::getSession);
    }
}
