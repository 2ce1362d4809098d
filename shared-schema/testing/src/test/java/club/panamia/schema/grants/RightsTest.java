package club.panamia.schema.grants;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import org.junit.jupiter.api.Test;

class RightsTest {

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void areThoseOfTheTableAndNoOthers() {
        var expected = ExpectedRights.read(CatalogRights.columnsOfTable(sql));

        var held = CatalogRights.read(sql);

        assertThat(held).as("held, not in rights.txt").isSubsetOf(expected);
        assertThat(expected).as("in rights.txt, not held").isSubsetOf(held);
    }

    @Test
    void letNoServiceDeleteAPerson() {
        for (var service : Role.SERVICES) {
            assertThat(TestDatabase.get()
                            .sqlAs(service)
                            .refusal("DELETE FROM users WHERE false")
                            .state())
                    .as(service)
                    .isEqualTo("42501");
        }
    }
}
