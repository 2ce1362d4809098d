package club.panamia.ops.doctor;

import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.ops.provider.Brevo;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the doctor says of encryption keys, by what they seal, and of the credit at a provider. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class KeysAndCreditTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ada;

    @BeforeEach
    void nothingSealed() {
        ada = seed.admin("Ada");
        sql.run("DELETE FROM internal.signing_key");
        Brevo.up();
    }

    @Test
    void tellsWhatTheNewestKeySealsAndSinceWhen() {
        mail("t1", "3 days");
        mail("t1", "1 day");

        look().body("find { it.name == 'encryption key t1' }.state", is("well"))
                .body("find { it.name == 'encryption key t1' }.seen", is("seals 2 things, the oldest for 3 days"))
                .body("find { it.name == 'encryption key t1' }.remedy", nullValue());
    }

    @Test
    void advisesANewKeyWhereTheNewestHasSealedForLong() {
        signingKey("t1", "401 days");

        look().body("find { it.name == 'encryption key t1' }.state", is("doubtful"))
                .body("find { it.name == 'encryption key t1' }.remedy", containsString("Put a new key in front"));
    }

    @Test
    void missesAKeyThatStillSealsSomething() {
        signingKey("gone", "5 days");

        look().body("find { it.name == 'encryption key gone' }.state", is("ill"))
                .body("find { it.name == 'encryption key gone' }.remedy", containsString("PANA_ENCRYPTION_KEYS"));
    }

    @Test
    void findsWhatNoKeyCanHaveSealed() {
        sql.run("INSERT INTO internal.signing_key (public_jwk, private_key, active_from, expires_at)"
                + " VALUES ('{}', 'open', now(), now() + interval '20 days')");

        look().body("find { it.name == 'sealed by no key' }.state", is("ill"))
                .body("find { it.name == 'sealed by no key' }.seen", is("1 things, the oldest for 0 days"));
    }

    @Test
    void warnsBeforeTheCreditIsSpentAndWhenItIs() {
        Brevo.hasCredit(100);
        look().body("find { it.name == 'mail credit brevo' }.state", is("doubtful"));

        Brevo.hasCredit(0);

        look().body("find { it.name == 'mail credit brevo' }.state", is("ill"))
                .body("find { it.name == 'mail credit brevo' }.remedy", containsString("MAIL_PROVIDERS"));
    }

    @Test
    void saysThatAProviderDoesNotTellItsCredit() {
        Brevo.answers(401);

        look().body("find { it.name == 'mail credit brevo' }.state", is("doubtful"))
                .body("find { it.name == 'mail credit brevo' }.seen", is("not told: Brevo answered 401."))
                .body("find { it.name == 'mail credit brevo' }.remedy", containsString("BREVO_API_KEY"));
    }

    @Test
    void keepsTheFifthOfTheCallsThatBrevoAllows() {
        sql.run("INSERT INTO internal.provider_quota (name, most, remaining, resets_at)"
                + " VALUES ('brevo-account', 100, 20, now() + interval '1 hour')");

        look().body(
                        "find { it.name == 'mail credit brevo' }.seen",
                        containsString("no more than four fifths are used"));
    }

    private void mail(String key, String age) {
        sql.run(
                "INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at, params, created_at)"
                        + " VALUES ('sign-in', 'a@b.c', ?, now() + interval '1 day', ?, now() - ?::interval)",
                key + age,
                sealed(key),
                age);
    }

    private void signingKey(String key, String age) {
        sql.run(
                "INSERT INTO internal.signing_key (public_jwk, private_key, active_from, expires_at, created_at)"
                        + " VALUES ('{}', ?, now(), now() + interval '20 days', now() - ?::interval)",
                sealed(key),
                age);
    }

    private static byte[] sealed(String key) {
        var secret = Base64.getEncoder().encodeToString("k".repeat(32).getBytes(StandardCharsets.UTF_8));
        return new EncryptionKeys(Optional.of(key + ":" + secret)).encrypt(new byte[] {1}, "test");
    }

    private ValidatableResponse look() {
        return as(ada).accept("application/json").get("/api/ops/doctor").then().statusCode(200);
    }
}
