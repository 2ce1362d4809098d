package club.panamia.auth.magiclink;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import club.panamia.auth.page.SignInError;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SignInPageTest {

    @Inject
    SentMail mail;

    private final Visitor ana = new Visitor();

    @Test
    void leadsFromTheFormToTheMailboxAndIn() {
        ana.open("/signin?callbackUrl=/p/ana").then().statusCode(200).body(containsString("value=\"/p/ana\""));

        ana.submit("/signin", Map.of("email", "ana@example.org", "callbackUrl", "/p/ana"))
                .then()
                .statusCode(303)
                .header("Location", "/login/sent");
        ana.open("/login/sent")
                .then()
                .statusCode(200)
                .body(containsString("ana@example.org"), containsString("/signin?callbackUrl=%2Fp%2Fana"));
        ana.open("/login/code").then().statusCode(200).body(containsString("/signin?callbackUrl=%2Fp%2Fana"));
        ana.typeCode(mail.newest().code()).then().statusCode(303).header("Location", "/p/ana");

        assertThat(ana.isSignedIn()).isTrue();
    }

    @Test
    void asksInTheBrowserThatBeganAndNowhereElse() {
        ana.open("/login/sent").then().statusCode(303).header("Location", "/signin");
        ana.open("/login/code").then().statusCode(303).header("Location", "/signin");
    }

    @Test
    void showsAgainWhatWasTypedAndWhatIsWrongWithIt() {
        ana.submit("/signin", Map.of("email", "<b>ana", "callbackUrl", "/p/ana"))
                .then()
                .statusCode(422)
                .body(containsString("value=\"&lt;b&gt;ana\""))
                .body(containsString("value=\"/p/ana\""))
                .body(containsString("aria-invalid=\"true\""))
                .body(containsString("role=\"alert\""));
        ana.submit("/signin", Map.of()).then().statusCode(422);
        for (var i = 0; i < 5; i++) {
            ana.submit("/signin", Map.of("email", "ana@example.org")).then().statusCode(303);
        }
        ana.submit("/signin", Map.of("email", "ana@example.org"))
                .then()
                .statusCode(429)
                .body(containsString("Too many tries"));
    }

    @ParameterizedTest
    @EnumSource(SignInError.class)
    void explainsWhySomebodyComesBack(SignInError error) {
        for (var language : List.of("en", "es")) {
            var page = ana.open(error.path() + "&lang=" + language);

            page.then().statusCode(200).body(containsString("role=\"alert\""));
            assertThat(page.asString()).doesNotContain("error_", error.name());
        }
        ana.open("/signin?lang=en&error=%3Cscript%3E")
                .then()
                .body(containsString("Signing in did not work"), not(containsString("<script>")));
    }

    @Test
    void saysThatAMailWasSentToConfirm() {
        ana.open("/signin?verificationSent=true").then().statusCode(200).body(containsString("role=\"status\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "javascript:alert(1)"})
    void passesNoForeignTargetOn(String target) {
        given().queryParam("callbackUrl", target)
                .get("/signin")
                .then()
                .statusCode(200)
                .body(containsString("name=\"callbackUrl\" value=\"/\""), not(containsString("\"" + target)));
    }

    @Test
    void speaksTheLanguageOfItsReader() {
        given().header("Accept-Language", "fr, es-US;q=0.8, en;q=0.5")
                .get("/signin")
                .then()
                .body(containsString("<html lang=\"es\">"), containsString("Dirección de correo"));
        given().header("Accept-Language", "ht").get("/signin").then().body(containsString("<html lang=\"en\">"));
        assertThat(given().get("/signin").headers().getValues("Vary")).contains("Accept-Language, Cookie");

        ana.open("/signin?lang=es").then().body(containsString("<html lang=\"es\">"));
        assertThat(ana.cookies).containsEntry("lang", "es");
        ana.open("/signin").then().body(containsString("<html lang=\"es\">"));
        ana.submit("/signin", Map.of("email", "ana@example.org"));
        assertThat(mail.newest().locale()).isEqualTo("es");
        ana.typeCode("x").then().statusCode(422).body(containsString("Este código no funciona"));
    }

    @Test
    void offersTheSamePageInTheOtherLanguage() {
        ana.open("/signin?callbackUrl=/p/ana?x=1%26y=2&lang=en")
                .then()
                .body(containsString("href=\"?lang=es&amp;callbackUrl=%2Fp%2Fana%3Fx%3D1%26y%3D2\""));
        ana.submit("/signin", Map.of("email", "x")).then().body(not(containsString("hreflang")));
    }

    @Test
    void showsPagesUnderAPolicyThatAllowsNoScript() {
        var page = ana.open("/signin");

        assertThat(page.headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; style-src 'self'")
                .endsWith("form-action 'self' https://app.example.org")
                .doesNotContain("script-src", "unsafe");
        assertThat(page.headers().getValues("Referrer-Policy")).containsExactly("strict-origin");
        assertThat(page.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(page.headers().getValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().getValues("X-Robots-Tag")).containsExactly("noindex");
        assertThat(page.asString()).doesNotContain("<script", "onclick", "style=");
        given().get("/login/page.css").then().statusCode(200).contentType("text/css");
    }
}
