package club.panamia.ops.doctor;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.ops.provider.Brevo;
import club.panamia.ops.provider.Smtp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DoctorResourceTest {

    private static final String PATH = "/api/ops/doctor";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ada;

    @BeforeEach
    void admin() {
        ada = seed.admin("Ada");
        sql.run("DELETE FROM internal.signing_key");
        Brevo.up();
        Brevo.hasCredit(1000);
    }

    @Test
    void findsAHealthySuiteWell() {
        key("1 day");
        sql.run("INSERT INTO internal.provider_quota (name, most, remaining, resets_at)"
                + " VALUES ('brevo-contacts', 100, 21, now() + interval '1 hour')");

        look().body("find { it.name == 'database version' }.state", is("well"))
                .body("find { it.name == 'clocks' }.state", is("well"))
                .body("find { it.name == 'migrations' }.state", is("well"))
                .body("find { it.name == 'events' }.state", is("well"))
                .body("find { it.name == 'mail' }.state", is("well"))
                .body("find { it.name == 'jobs' }.state", is("well"))
                .body("find { it.name == 'signing key' }.state", is("well"))
                .body("find { it.name == 'quota brevo-contacts' }.state", is("well"))
                .body("find { it.name == 'mail hosts' }.state", is("well"))
                .body("find { it.name == 'contact book' }.state", is("well"))
                .body("find { it.name == 'mail credit brevo' }.seen", is("1000 letters are left"))
                .body("find { it.name == 'mail credit brevo' }.state", is("well"))
                .body("find { it.name == 'mail server' }.state", is("well"))
                .body("find { it.name == 'mail server' }.remedy", nullValue());
    }

    @Test
    void hasARemedyForEverythingThatIsNotWell() {
        sql.run(
                "INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at, state, next_attempt_at) VALUES"
                        + " ('sign-in', 'a@b.c', '1', now() + interval '1 day', 'queued', now() - interval '10 minutes'),"
                        + " ('sign-in', 'a@b.c', '2', now() + interval '1 day', 'parked', now())");
        sql.run("INSERT INTO internal.job (name, service, failures, error) VALUES ('broken', 'ops-service', 3, 'no')");
        sql.run("INSERT INTO internal.event (id, position, type, payload, created_at)"
                + " VALUES ('e1', 1, 'ops.test.happened', '{}', now() - interval '5 minutes')");
        sql.run("INSERT INTO internal.event_cursor (consumer, position) VALUES ('far-service', 0)");
        sql.run(
                "INSERT INTO internal.parked_event (consumer, event_id, next_attempt_at, error) VALUES ('far-service', 'e1', now(), 'no')");

        sql.run("INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at, state, error)"
                + " VALUES ('sign-in', 'a@far.example', '3', now() + interval '1 day', 'parked', '550 no')");
        sql.run("INSERT INTO internal.provider_quota (name, most, remaining, resets_at)"
                + " VALUES ('brevo-contacts', 100, 20, now() + interval '1 hour')");
        sql.run("INSERT INTO brevo_contacts (email, gone) VALUES ('gone@example.org', true)");
        sql.run("ALTER TABLE brevo_contacts DISABLE TRIGGER USER");
        sql.run("UPDATE brevo_contacts SET updated_at = now() - interval '2 days'");
        sql.run("ALTER TABLE brevo_contacts ENABLE TRIGGER USER");

        var findings = look().body("find { it.name == 'events' }.state", is("ill"))
                .body("find { it.name == 'signing key' }.state", is("ill"))
                .body("find { it.name == 'quota brevo-contacts' }.state", is("doubtful"))
                .body("find { it.name == 'mail hosts' }.seen", containsString("far.example"))
                .body("find { it.name == 'contact book' }.remedy", containsString("CONTACTS_PROVIDER"))
                .body("find { it.name == 'parked events' }.state", is("doubtful"))
                .body("find { it.name == 'mail' }.state", is("ill"))
                .body("find { it.name == 'parked mail' }.state", is("doubtful"))
                .body("find { it.name == 'jobs' }.state", is("doubtful"))
                .extract()
                .jsonPath();

        assertThat(findings.getList("findAll { it.state != 'well' }.remedy", String.class))
                .isNotEmpty()
                .allMatch(remedy -> remedy.endsWith("."));
    }

    @Test
    void noticesAKeyWithoutASuccessor() {
        key("32 days");

        look().body("find { it.name == 'signing key' }.state", is("doubtful"))
                .body("find { it.name == 'signing key' }.remedy", containsString("bin/rotate-keys"));
    }

    @Test
    void noticesAMailServerThatDoesNotAnswer() {
        Smtp.whileDown(() -> look().body("find { it.name == 'mail server' }.state", is("ill"))
                .body("find { it.name == 'mail server' }.remedy", containsString("SMTP_HOST")));
    }

    @Test
    void noticesAMissingMigration() {
        var id = sql.one(String.class, "SELECT max(id) FROM internal.databasechangelog");
        sql.run("UPDATE internal.databasechangelog SET id = '9999_of_tomorrow' WHERE id = ?", id);
        try {
            look().body("find { it.name == 'migrations' }.state", is("ill"))
                    .body("find { it.name == 'migrations' }.remedy", containsString("bin/migrate up"));
        } finally {
            sql.run("UPDATE internal.databasechangelog SET id = ? WHERE id = '9999_of_tomorrow'", id);
        }
    }

    @Test
    void saysTheSameInLinesForAScript() {
        as(ada).accept("text/plain")
                .get(PATH)
                .then()
                .statusCode(200)
                .body(containsString("well      migrations: all "), not(containsString("null")));
    }

    @Test
    void isForAdministratorsOnly() {
        as(seed.person("Bob")).get(PATH).then().statusCode(403);
        anonymous().get(PATH).then().statusCode(401);
    }

    private void key(String age) {
        sql.run("INSERT INTO internal.signing_key (public_jwk, private_key, active_from, expires_at)"
                + " VALUES ('{}', 'sealed', now() - interval '" + age + "', now() + interval '20 days')");
    }

    private ValidatableResponse look() {
        return as(ada).accept("application/json").get(PATH).then().statusCode(200);
    }
}
