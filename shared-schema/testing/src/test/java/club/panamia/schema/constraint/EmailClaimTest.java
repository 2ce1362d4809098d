package club.panamia.schema.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An address, be it somebody's own or a further one, belongs to one person. */
@ExtendWith(EmptyTables.class)
class EmailClaimTest {

    private static final String ADD = "UPDATE users SET alternate_emails = alternate_emails || ?::text WHERE id = ?";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = new Seed().person("ana");
        ben = new Seed().person("ben");
    }

    @Test
    void isNobodyElses() {
        sql.run(ADD, "Ana@Work.example", ana.id());

        assertThat(sql.refusal(ADD, "ana@work.example", ben.id()).constraint()).isEqualTo("email_claim_pkey");
        assertThat(sql.refusal(ADD, "ANA@example.org", ben.id()).constraint()).isEqualTo("email_claim_pkey");
        assertThat(sql.refusal("UPDATE users SET email = 'ana@work.example' WHERE id = ?", ben.id())
                        .constraint())
                .isEqualTo("email_claim_pkey");
        assertThat(sql.refusal("INSERT INTO users (email) VALUES ('ANA@work.example')")
                        .constraint())
                .isEqualTo("email_claim_pkey");
    }

    @Test
    void isFreeOnceItIsLetGo() {
        sql.run(ADD, "ana@work.example", ana.id());
        sql.run("UPDATE users SET alternate_emails = '{}', email = 'new@example.org' WHERE id = ?", ana.id());

        assertThat(sql.run(ADD, "ana@work.example", ben.id())).isEqualTo(1);
        assertThat(sql.run(ADD, "ana@example.org", ben.id())).isEqualTo(1);
        sql.run(
                "UPDATE users SET email = NULL, name = NULL, screenname = NULL, alternate_emails = '{}', scrubbed_at = now()");
        assertThat(sql.list(String.class, "SELECT norm FROM internal.email_claim"))
                .isEmpty();
    }

    @Test
    void leavesNothingOfWhoIsScrubbed() {
        sql.run(
                "INSERT INTO internal.email_proof (user_id, email, token_hash, expires_at) VALUES (?, 'x@work.example', 'h', now())",
                ana.id());
        sql.run("INSERT INTO internal.seen_browser (user_id, mark, last_seen_at) VALUES (?, 'm', now())", ana.id());

        sql.run(
                "UPDATE users SET email = NULL, name = NULL, screenname = NULL, scrubbed_at = now() WHERE id = ?",
                ana.id());

        assertThat(sql.list(String.class, "SELECT user_id FROM internal.email_proof"))
                .isEmpty();
        assertThat(sql.list(String.class, "SELECT user_id FROM internal.seen_browser"))
                .isEmpty();
        assertThat(sql.list(String.class, "SELECT user_id FROM internal.email_claim"))
                .containsExactly(ben.id());
    }

    @Test
    void staysWithItsPersonWhenItBecomesTheirOwn() {
        sql.run(ADD, "ana@work.example", ana.id());
        sql.run(
                "UPDATE users SET email = 'ana@work.example', alternate_emails = ARRAY['ana@example.org'] WHERE id = ?",
                ana.id());

        assertThat(sql.list(
                        String.class, "SELECT norm FROM internal.email_claim WHERE user_id = ? ORDER BY 1", ana.id()))
                .containsExactly("ana@example.org", "ana@work.example");
    }

    @Test
    void goesToOneOfManyWhoWantItAtOnce() {
        sql.run(
                "INSERT INTO users (id, email) SELECT 'runner' || n, n || '@example.org' FROM generate_series(0, 19) n");

        var answers = Race.of(20, runner -> () -> add("shared@example.org", "runner" + runner));

        assertThat(answers).containsOnlyOnce("");
        assertThat(sql.one(
                        Long.class, "SELECT count(*) FROM users WHERE alternate_emails @> ARRAY['shared@example.org']"))
                .isOne();
    }

    private String add(String address, String userId) {
        try {
            sql.run(ADD, address, userId);
            return "";
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("email_claim_pkey");
            return "taken";
        }
    }
}
