package club.panamia.ops.oauthverification;

import static club.panamia.ops.oauthverification.Begun.inBrowser;
import static club.panamia.ops.oauthverification.Begun.press;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MailAgainTest {

    private static final String PATH = "/api/oauth-verifications/mail";
    private static final String TOKEN = "T".repeat(43);
    private static final String BROWSER = "B".repeat(43);

    @Inject
    Begun begun;

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void mailsANewLinkAndTheOldOneDies() {
        begun.signIn("1", TOKEN, BROWSER);
        sql.run("UPDATE o_auth_verifications SET expires_at = now() - interval '1 minute'");

        inBrowser(BROWSER).post(PATH).then().statusCode(303);

        var mail = begun.newestMail();
        assertThat(mail).containsEntry("provider", "Wikimedia").containsEntry("account", "Ana <b>");
        press(inBrowser(BROWSER), TOKEN).then().statusCode(410);
        press(inBrowser(BROWSER), mail.get("link").replaceAll(".*token=", ""))
                .then()
                .statusCode(303);
        assertThat(sql.list(String.class, "SELECT template || ' ' || recipient FROM internal.mail_outbox"))
                .containsExactly("verify-account ana@example.org");
    }

    @Test
    void mailsNothingWhereNothingWaits() {
        begun.signIn("1", TOKEN, BROWSER);

        inBrowser("C".repeat(43)).post(PATH).then().statusCode(303);
        sql.run("UPDATE o_auth_verifications SET confirmed_at = now()");
        inBrowser(BROWSER).post(PATH).then().statusCode(303);
        sql.run("UPDATE o_auth_verifications SET confirmed_at = NULL, created_at = now() - interval '1 hour'");
        inBrowser(BROWSER).post(PATH).then().statusCode(303);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isZero();
    }

    @Test
    void refusesAFormThatIsNotOursAndCountsTheOthers() {
        begun.signIn("1", TOKEN, BROWSER);

        given().cookie("pana.verification", BROWSER).post(PATH).then().statusCode(403);
        for (var i = 0; i < 5; i++) {
            inBrowser(BROWSER).post(PATH).then().statusCode(303);
        }
        inBrowser(BROWSER).post(PATH).then().statusCode(429);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isEqualTo(5);
    }
}
