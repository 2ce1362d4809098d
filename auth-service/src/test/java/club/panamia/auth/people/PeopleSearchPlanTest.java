package club.panamia.auth.people;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PeopleSearchPlanTest {

    @Inject
    Pool pool;

    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void aCrowd() {
        sql.run("INSERT INTO users (email, screenname)"
                + " SELECT n || '@example.org', 'user-' || n FROM generate_series(1, 3000) n");
        sql.run("INSERT INTO profiles (user_id, email, name, status, active, submitted_at, reviewed_at)"
                + " SELECT id, email, screenname, 'approved', true, now(), now() FROM users");
        sql.run("ANALYZE users");
        sql.run("ANALYZE profiles");
    }

    @Test
    void takesThePrefixIndexInItsOrderForWhateverIsAsked() {
        var question = Tuple.of("user-12", "user-12{", "nobody", 10);

        assertThat(Plan.of(pool, FoundPerson.BY_PREFIX, question)).satisfies(PeopleSearchPlanTest::isIndexed);
        assertThat(Plan.forAnyValues(pool, FoundPerson.BY_PREFIX, question)).satisfies(PeopleSearchPlanTest::isIndexed);
    }

    @Test
    void readsBylinesByTheirIds() {
        var ids = Tuple.of((Object) new String[] {"p1", "p2", "p3"});

        assertThat(Plan.forAnyValues(pool, Byline.OF_IDS, ids))
                .contains("users_pkey", "profiles_user_id_key")
                .doesNotContain("Seq Scan");
    }

    private static void isIndexed(String plan) {
        assertThat(plan).contains("users_screenname_prefix_idx").doesNotContain("Seq Scan", "Sort");
    }
}
