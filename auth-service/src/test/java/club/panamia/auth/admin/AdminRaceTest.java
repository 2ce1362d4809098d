package club.panamia.auth.admin;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Administrators who take each other's rights at the same moment. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class AdminRaceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @RepeatedTest(5)
    void leavesOneOfTwo() {
        var eva = seed.admin("Eva");
        var ida = seed.admin("Ida");

        var answers = Race.of(2, i -> () -> dismiss(i == 0 ? eva : ida, i == 0 ? ida : eva));

        assertThat(answers).containsOnlyOnce(204);
        assertThat(admins()).isOne();
    }

    @RepeatedTest(3)
    void leavesOneOfManyInACircle() {
        var people = IntStream.range(0, 8)
                .mapToObj(i -> seed.admin("admin" + i + "x"))
                .toList();

        Race.of(8, i -> () -> dismiss(people.get(i), people.get((i + 1) % 8)));

        assertThat(admins()).isPositive();
    }

    private static int dismiss(Person admin, Person other) {
        return as(admin)
                .delete("/api/auth/admin/users/" + other.id() + "/admin")
                .statusCode();
    }

    private long admins() {
        return sql.one(Long.class, "SELECT count(*) FROM users WHERE role = 'admin'");
    }
}
