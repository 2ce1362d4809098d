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

    private static final String READ_OF = """
            INSERT INTO internal.security_event (actor_id, subject_id, action)
            SELECT $1, u.id, 'record-read' FROM users u WHERE u.id = ANY ($2) AND u.id <> $1
            """;

    private final Pool pool;

    AdminTrail(Pool pool) {
        this.pool = pool;
    }

    /** An administrator is about to see rows that are found by these addresses. */
    public <T> Uni<Void> read(Actor admin, Collection<T> rows, Function<T, @Nullable String> address) {
        return note(READ, admin, texts(rows, row -> lowerCase(address.apply(row))));
    }

    /** The same where rows are found by people's ids. */
    public <T> Uni<Void> readOf(Actor admin, Collection<T> rows, Function<T, @Nullable String> userId) {
        return note(READ_OF, admin, texts(rows, userId));
    }

    private Uni<Void> note(String sql, Actor admin, String[] found) {
        return pool.preparedQuery(sql).execute(Tuple.of(admin.userId(), found)).replaceWithVoid();
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).filter(Objects::nonNull).distinct().toArray(String[]::new);
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
