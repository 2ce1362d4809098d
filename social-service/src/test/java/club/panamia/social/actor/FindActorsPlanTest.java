package club.panamia.social.actor;

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

/** However many people there are, a part of a name is found by an index. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FindActorsPlanTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void readsIndexesOnly() {
        var person = Crowd.with(sql);

        Crowd.assertUsesIndexes(
                Plan.of(pool, FindActors.CALLED, Tuple.of(FindActors.pattern("son-777"), "son-777", person.userId())),
                FindActors.CALLED);
    }
}
