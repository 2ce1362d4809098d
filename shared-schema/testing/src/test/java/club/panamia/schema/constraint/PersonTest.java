package club.panamia.schema.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What triggers keep true of people and their sessions. */
@ExtendWith(EmptyTables.class)
class PersonTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = new Seed().person("ana");
    }

    @Test
    void keepsTheIdThatOthersPointTo() {
        assertThat(sql.refusal("UPDATE users SET id = 'another'").constraint()).isEqualTo("users_id_check");
        assertThat(sql.run("UPDATE users SET id = id")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session_token = 'another-token-of-hers'",
                "user_id = (SELECT id FROM users WHERE screenname = 'ben')",
                "issued_by = 'pana_auth2'",
                "public_id = 'another'"
            })
    void keepsSessionsWhole(String change) {
        new Seed().person("ben");

        assertThat(sql.refusal("UPDATE sessions SET %s WHERE user_id = ?".formatted(change), ana.id())
                        .constraint())
                .isEqualTo("sessions_whole_check");
        assertThat(sql.run(
                        "UPDATE sessions SET session_token = session_token, expires = now() WHERE user_id = ?",
                        ana.id()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pana_auth", "pana_ops"})
    void losesTheProofOfAnAddressWithTheAddress(String writer) {
        TestDatabase.get().sqlAs(writer).run("UPDATE users SET email = 'new@example.org' WHERE id = ?", ana.id());

        assertThat(isProven()).isFalse();
    }

    @Test
    void keepsTheProofWhenOnlyTheSpellingChanges() {
        sql.run("UPDATE users SET email = 'ANA@example.org'");

        assertThat(isProven()).isTrue();
    }

    @Test
    void isProvenAnewWhenTheProofComesWithTheAddress() {
        sql.run("UPDATE users SET email = 'new@example.org', email_proven_at = clock_timestamp()");

        assertThat(isProven()).isTrue();
    }

    @Test
    void isScrubbedAsAWhole() {
        sql.run("UPDATE users SET email = NULL, name = NULL, screenname = NULL, scrubbed_at = now()");

        assertThat(isProven()).isFalse();
    }

    private boolean isProven() {
        return sql.one(Boolean.class, "SELECT email_proven_at IS NOT NULL FROM users");
    }
}
