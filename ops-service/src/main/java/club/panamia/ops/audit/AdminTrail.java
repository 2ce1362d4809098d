package club.panamia.ops.audit;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes to the audit trail of accounts: each person reads there that an administrator has read what is theirs. */
@ApplicationScoped
public class AdminTrail {

    /** Whoever has an account under one of the addresses. One's own record is no secret from oneself. */
    private static final String READ = """
            INSERT INTO internal.security_event (actor_id, subject_id, action)
            SELECT $1, u.id, 'record-read' FROM users u WHERE lower(u.email) = ANY ($2) AND u.id <> $1
            """;

    private final Pool pool;

    AdminTrail(Pool pool) {
        this.pool = pool;
    }

    /** An administrator is about to see rows that are found by these addresses. */
    public <T> Uni<Void> read(Actor admin, Collection<T> rows, Function<T, @Nullable String> address) {
        var addresses = rows.stream()
                .map(address)
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        return pool.preparedQuery(READ)
                .execute(Tuple.of(admin.userId(), addresses))
                .replaceWithVoid();
    }
}
