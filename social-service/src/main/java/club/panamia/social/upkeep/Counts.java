package club.panamia.social.upkeep;

import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The counts of posts, actors and polls, held against the rows that they count. The database keeps them; this only proves it. */
@ApplicationScoped
class Counts {

    private final Pool pool;

    Counts(Pool pool) {
        this.pool = pool;
    }

    Uni<Portion> look(Counted counted, String after, int most) {
        return pool.preparedQuery(counted.look())
                .execute(Tuple.of(after, most))
                .map(rows -> Portion.of(rows.iterator().next()));
    }

    /** Puts them right, as they are when nobody is counting; how many were still wrong. */
    @WithTransaction
    Uni<Integer> mend(Counted counted, List<String> wrong) {
        var ids = String.join(" ", wrong);
        return CallersTransaction.session()
                .call(session -> hold(session, counted, ids))
                .chain(session -> session.createNativeQuery(counted.mend())
                        .setParameter("ids", ids)
                        .executeUpdate());
    }

    private static Uni<List<String>> hold(Mutiny.Session session, Counted counted, String ids) {
        return session.createNativeQuery(counted.hold(), String.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /**
     * What was looked at.
     *
     * @param last the last id of it; null behind the last portion
     * @param wrong the ids whose counts are not those of their rows
     */
    record Portion(@Nullable String last, List<String> wrong) {

        static Portion of(Row row) {
            return new Portion(row.getString("last"), List.of(row.getArrayOfStrings("wrong")));
        }
    }
}
