package club.panamia.auth.magiclink;

import static club.panamia.testing.http.Callers.COOKIE;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.browser.Chromium;
import club.panamia.testing.browser.NeedsChromium;
import club.panamia.testing.browser.Readable;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@NeedsChromium
@ExtendWith(EmptyTables.class)
class MagicLinkBrowserTest {

    @Inject
    SentMail mail;

    @Test
    void signsInByOneTapInTheSameBrowser() {
        try (var browser = open("en")) {
            askByKeyboard(browser);
            assertThat(browser.path()).isEqualTo("/login/sent");
            readable(browser, "sent");

            browser.open(mail.newest().link());
            assertThat(browser.text()).contains("You are about to sign in as ana@example.org");
            assertThat(browser.focused()).isEqualTo("Sign me in");
            readable(browser, "confirm-here");
            assertThat(browser.cookie(COOKIE)).isEmpty();
            browser.enter();

            assertThat(browser.cookie(COOKIE)).isPresent();
            assertThat(browser.path()).isEqualTo("/login/page.css");
        }
    }

    @Test
    void finishesWithTheCodeWhereOneBeganWhenTheLinkOpensElsewhere() {
        try (var computer = open("en");
                var phone = open("es")) {
            askByKeyboard(computer);

            phone.size(390, 840).open(mail.newest().link());
            assertThat(phone.title()).isEqualTo("Termina donde empezaste · Pana MIA");
            assertThat(phone.text(".shown-code")).isEqualTo(mail.newest().code());
            readable(phone, "confirm-elsewhere-es");
            assertThat(phone.cookie(COOKIE)).isEmpty();

            computer.type("Code from the mail", "000000".equals(mail.newest().code()) ? "000001" : "000000")
                    .press("Sign in");
            assertThat(computer.text()).contains("This code does not work");
            readable(computer, "code-wrong");
            computer.type("Code from the mail", phone.text(".shown-code")).press("Sign in");

            assertThat(computer.cookie(COOKIE)).isPresent();
            assertThat(phone.cookie(COOKIE)).isEmpty();
            phone.open(mail.newest().link());
            assertThat(phone.text()).contains("Este enlace ya no abre");
            readable(phone, "link-used-es");
        }
    }

    @Test
    void needsNoScript() {
        try (var browser = open("en")) {
            browser.withoutScripts().open("/signin");
            browser.type("E-mail address", "ana@example.org").press("Send me a link");
            browser.type("Code from the mail", mail.newest().code()).press("Sign in");

            assertThat(browser.cookie(COOKIE)).isPresent();
        }
    }

    @Test
    void signsInElsewhereInsteadByNamingTheAddress() {
        try (var computer = open("en");
                var phone = open("en")) {
            askByKeyboard(computer);

            phone.size(390, 840).open(mail.newest().link());
            phone.type("E-mail address", "ana@example.org").press("Sign in here instead");

            assertThat(phone.cookie(COOKIE)).isPresent();
            computer.open("/login/sent");
            assertThat(computer.cookie(COOKIE)).isEmpty();
            assertThat(computer.path()).isEqualTo("/signin");
        }
    }

    @Test
    void speaksBothLanguagesAndExplainsItself() {
        try (var browser = open("es")) {
            browser.open("/signin?error=ProviderUnavailable");
            assertThat(browser.title()).isEqualTo("Entra o únete · Pana MIA");
            readable(browser, "signin-error-es");
            browser.press("English");
            assertThat(browser.title()).isEqualTo("Sign in or join · Pana MIA");
            browser.size(320, 640);
            readable(browser, "signin-narrow");
            browser.dark();
            readable(browser, "signin-dark");
            browser.size(900, 1000).open("/login/confirm?token=old");
            assertThat(browser.text()).contains("This link does not open any more");
            readable(browser, "link-not-valid");
            browser.press("Back to sign-in");
            assertThat(browser.path()).isEqualTo("/signin");
        }
    }

    @Test
    void givesAScannerWithScriptsAndButtonsNothing() {
        try (var person = open("en");
                var scanner = open("en")) {
            askByKeyboard(person);
            var sent = mail.newest();

            scanner.open(sent.link());
            scanner.ask("document.querySelectorAll('form').forEach(form => form.submit()); return [];");
            scanner.open(sent.link())
                    .type("E-mail address", "scanner@scanner.example")
                    .press("Sign in here instead");
            scanner.open("/login/code");

            assertThat(scanner.cookie(COOKIE)).isEmpty();
            assertThat(TestDatabase.get().sql().one(Long.class, "SELECT count(*) FROM sessions"))
                    .isZero();
            person.open(sent.link()).enter();
            assertThat(person.cookie(COOKIE)).isPresent();
        }
    }

    /** The cursor is in the field: type and press Enter. Afterwards any page of ours will do; this one exists in the test. */
    private static void askByKeyboard(Chromium browser) {
        browser.open("/signin?callbackUrl=/login/page.css");
        assertThat(browser.focused()).isEqualTo("email");
        readable(browser, "signin");
        browser.type("E-mail address", "ana@example.org").enter();
        assertThat(browser.text()).contains("ana@example.org");
    }

    private static void readable(Chromium browser, String picture) {
        browser.picture(picture);
        assertThat(Readable.faults(browser)).as(picture).isEmpty();
    }

    private static Chromium open(String language) {
        return new Chromium(Callers.PUBLIC_URL, RestAssured.port, language);
    }
}
