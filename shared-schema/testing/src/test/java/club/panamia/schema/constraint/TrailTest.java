package club.panamia.schema.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit trail: lines are added, by whom is the database's to say, and nobody takes one back. */
class TrailTest {

    private final Sql owner = TestDatabase.get().sql();
    private final Sql auth = TestDatabase.get().sqlAs("pana_auth");

    @Test
    void saysWhoWroteTheLine() {
        assertThat(auth.one(
                        String.class,
                        "INSERT INTO internal.security_event (subject_id, action) VALUES ('x', 'tried')"
                                + " RETURNING written_by"))
                .isEqualTo("pana_auth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE internal.security_event SET reason = 'another'",
                "DELETE FROM internal.security_event",
                "TRUNCATE internal.security_event"
            })
    void isNotRewrittenEvenByItsOwner(String rewriting) {
        owner.run("INSERT INTO internal.security_event (subject_id, action) VALUES ('x', 'kept')");

        assertThat(owner.refusal(rewriting).constraint()).isEqualTo("security_event_trail_check");
        assertThat(auth.refusal(rewriting).state()).isEqualTo("42501");
    }
}
