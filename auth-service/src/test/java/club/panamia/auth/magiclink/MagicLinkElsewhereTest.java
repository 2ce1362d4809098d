package club.panamia.auth.magiclink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A link that is opened elsewhere than where one asked for it. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class MagicLinkElsewhereTest {

    @Inject
    SentMail mail;

    private final Visitor ana = new Visitor();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void staysTheSameBrowserWhenItAsksTwice() {
        ana.ask("ana@example.org");
        var first = mail.newest();
        ana.ask("ana@example.org");

        ana.confirm(first).then().statusCode(303);
    }

    @Test
    void letsInElsewhereOnlyWhoAlsoNamesTheAddress() {
        ana.ask("ana@example.org");
        var sent = mail.newest();
        var phone = new Visitor();

        phone.confirm(sent).then().statusCode(410);
        phone.confirm(sent, "ada@example.org").then().statusCode(410);
        phone.confirm(sent, "not an address").then().statusCode(410);
        assertThat(phone.isSignedIn()).isFalse();
        phone.confirm(sent, " ANA@example.org ").then().statusCode(303).header("Location", "/account");

        assertThat(phone.isSignedIn()).isTrue();
        assertThat(ana.isSignedIn()).isFalse();
    }

    @Test
    void letsNobodyGuessTheAddressOfALinkForLong() {
        ana.ask("ana@example.org");
        var sent = mail.newest();
        var stranger = new Visitor();
        for (var i = 0; i < 10; i++) {
            stranger.confirm(sent, "guess" + i + "@example.org").then().statusCode(410);
        }

        stranger.confirm(sent, "ana@example.org").then().statusCode(429);

        ana.confirm(sent).then().statusCode(303);
    }

    @Test
    void showsTheCodeElsewhereWithoutTheAddress() {
        ana.ask("ana@example.org");

        var page = new Visitor().openLink(mail.newest());

        page.then().statusCode(200).body(containsString(mail.newest().code()));
        assertThat(page.asString()).doesNotContain("ana@example.org");
    }

    @Test
    void showsNoCodeThatWouldNotWork() {
        ana.ask("ana@example.org");
        sql.run("UPDATE verification_tokens SET tries = 5");

        var page = new Visitor().openLink(mail.newest());

        page.then().statusCode(200);
        assertThat(page.asString()).doesNotContain(mail.newest().code()).contains("Sign in here instead");
    }

    @Test
    void refusesAFormThatIsNotOurs() {
        ana.ask("ana@example.org");
        var sent = mail.newest();

        for (var origin : List.of("https://evil.example", "https://app.example.org", "null")) {
            ana.from(origin).confirm(sent).then().statusCode(403).contentType("text/html");
            ana.typeCode(sent.code()).then().statusCode(403);
            ana.submit("/signin", Map.of("email", "ana@example.org")).then().statusCode(403);
        }
        ana.browser()
                .contentType(ContentType.URLENC)
                .formParam("token", sent.token())
                .post("/login/confirm")
                .then()
                .statusCode(403);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM verification_tokens"))
                .isOne();
    }
}
