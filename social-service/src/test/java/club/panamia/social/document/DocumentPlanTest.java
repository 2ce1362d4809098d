package club.panamia.social.document;

import club.panamia.social.Crowd;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many documents there are and however many are asked for at once, each is found by an index. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class DocumentPlanTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Pool pool;

    static Stream<String> questions() {
        return Stream.of(PublicActors.VERSIONS, PublicNotes.VERSIONS);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void readsIndexesOnly(String question) {
        Crowd.with(sql);

        Crowd.assertUsesIndexes(
                Plan.forAnyValues(pool, question, Tuple.of((Object) new String[] {"one", "another", "a third"})),
                question);
    }
}
