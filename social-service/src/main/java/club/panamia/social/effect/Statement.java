package club.panamia.social.effect;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One statement of an effect, in the caller's transaction. */
public final class Statement {

    private Statement() {}

    public static Uni<Optional<Object[]>> first(String sql, Map<String, String> parameters) {
        return all(sql, parameters).map(rows -> rows.stream().findFirst());
    }

    public static Uni<List<Object[]>> all(String sql, Map<String, String> parameters) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(sql, Object[].class))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.getResultList());
    }

    public static Uni<Integer> run(String sql, Map<String, String> parameters) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(sql))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.executeUpdate());
    }
}
