package club.panamia.social.rule;

import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** The rules, for those who make them. */
@Singleton
class RulesInForce {

    static final int MOST = 10_000;

    private static final String LIST = """
            SELECT r.domain, r.severity, r.reject_media, r.reason, r.created_at FROM internal.server_rule r
             WHERE r.domain > $1 ORDER BY r.domain LIMIT $2
            """;

    private final Pool pool;

    RulesInForce(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<ServerRuleView>> page(PageQuery query) {
        var after = query.after(1).map(cursor -> cursor.text(0)).orElse("");
        return behind(after, query.rows()).map(rules -> Page.of(rules, query, ServerRuleView::position));
    }

    /** As many as a file may have. */
    Uni<List<ServerRuleView>> all() {
        return behind("", MOST);
    }

    private Uni<List<ServerRuleView>> behind(String domain, int most) {
        return pool.preparedQuery(LIST)
                .mapping(ServerRuleView::of)
                .execute(Tuple.of(domain, most))
                .map(rows -> rows.stream().toList());
    }
}
