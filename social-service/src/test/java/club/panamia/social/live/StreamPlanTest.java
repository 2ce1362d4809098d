package club.panamia.social.live;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many people and posts there are, what is new is found by indexes. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class StreamPlanTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void readsIndexesOnly() {
        var reader = Crowd.with(sql);
        var status = sql.one(String.class, "SELECT min(id) FROM social_statuses");
        String[] people = {reader.userId()};
        String[] posts = {status};

        Crowd.assertUsesIndexes(Plan.of(pool, News.FRESH, Tuple.tuple()), News.FRESH);
        Crowd.assertUsesIndexes(Plan.of(pool, News.SINCE, Tuple.of(status, 500)), News.SINCE);
        Crowd.assertUsesIndexes(Plan.of(pool, Hearing.WHO, Tuple.of(people, posts)), Hearing.WHO);
        Crowd.assertUsesIndexes(Plan.of(pool, Hearing.WHAT, Tuple.of((Object) posts)), Hearing.WHAT);
    }
}
