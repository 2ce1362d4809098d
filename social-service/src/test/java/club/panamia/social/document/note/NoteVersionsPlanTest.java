package club.panamia.social.document.note;

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

/** However many posts there are and however many are asked for at once, each is found by an index. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class NoteVersionsPlanTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    @Test
    void areFoundByIndexesOnly() {
        Crowd.with(sql);
        var ids = Tuple.of((Object) new String[] {"one", "another", "a third"});

        Crowd.assertUsesIndexes(Plan.forAnyValues(pool, PublicNotes.VERSIONS, ids), PublicNotes.VERSIONS);
    }
}
