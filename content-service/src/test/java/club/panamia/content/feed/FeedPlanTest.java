package club.panamia.content.feed;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.content.Library;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FeedPlanTest {

    @Inject
    Pool pool;

    @Test
    void readsAnIndexForEverySelection() {
        Library.fill();
        var author = TestDatabase.get().sql().one(String.class, "SELECT id FROM users WHERE screenname = 'writer-11'");

        for (var selection : new Selection[] {
            Selection.ALL,
            Selection.tag("tag-7"),
            Selection.type("business_update"),
            Selection.language("en"),
            Selection.author(author, "writer-11")
        }) {
            var values = Tuple.of(selection.value());
            assertThat(Plan.of(pool, PublishedItems.state(selection), values)).doesNotContain("Seq Scan on articles");
            assertThat(Plan.of(pool, PublishedItems.items(selection), Tuple.of(selection.value(), "1")))
                    .doesNotContain("Seq Scan on articles");
        }
    }
}
