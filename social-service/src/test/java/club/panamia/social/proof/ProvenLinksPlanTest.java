package club.panamia.social.proof;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many links there are, the few that are due are found by an index. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProvenLinksPlanTest {

    @Inject
    Pool pool;

    @Test
    void readsIndexesOnly() {
        Crowd.with(TestDatabase.get().sql());

        for (var plan : new String[] {
            Plan.of(pool, ProvenLinks.NEXT, Tuple.of(16, new String[0])),
            Plan.forAnyValues(pool, ProvenLinks.NEXT, Tuple.of(16, new String[] {"a.example"}))
        }) {
            assertThat(plan).contains("proven_link_due_idx");
            Crowd.assertUsesIndexes(plan, ProvenLinks.NEXT);
        }
    }
}
