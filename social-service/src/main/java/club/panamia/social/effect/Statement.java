package club.panamia.social.effect;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One statement of an effect, in the caller's transaction. */
final class Statement {

    private Statement() {}

    static Uni<Optional<Object[]>> first(String sql, Map<String, String> parameters) {
        return all(sql, parameters).map(rows -> rows.stream().findFirst());
    }

    static Uni<List<Object[]>> all(String sql, Map<String, String> parameters) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(sql, Object[].class))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.getResultList());
    }

    static Uni<Integer> run(String sql, Map<String, String> parameters) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(sql))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.executeUpdate());
    }
}
