package club.panamia.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.browser.Chromium;
import club.panamia.testing.browser.NeedsChromium;
import club.panamia.testing.browser.Readable;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@NeedsChromium
@ExtendWith(EmptyTables.class)
class ConsoleBrowserTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ada;

    @BeforeEach
    void room() {
        ada = seed.admin("Ada");
        sql.run(
                "INSERT INTO contact_submissions (name, email, created_at)"
                        + " SELECT 'Ana', 'ana@example.org', now() - make_interval(days => n % 9) FROM generate_series(1, 40) n");
        sql.run(
                "INSERT INTO internal.event (id, position, type, payload) VALUES ('e1', 1, 'content.article.published', '{}')");
        sql.run("INSERT INTO internal.parked_event (consumer, event_id, next_attempt_at, error, attempts)"
                + " VALUES ('social-service', 'e1', now() + interval '1 hour', 'no such <actor>', 3)");
        sql.run("INSERT INTO internal.job (name, service, due_at, failures, error)"
                + " VALUES ('forget-old-mail', 'ops-service', now() + interval '1 hour', 2, 'the disk is full')");
        sql.run(
                "INSERT INTO internal.article_report (article_id, reporter_id, reason, note) VALUES (?, ?, 'spam',"
                        + " 'It sells pills, in every paragraph, and links to a shop that nobody here knows.')",
                seed.publishedArticle(seed.person("Ana"), "hola"),
                seed.person("Ben").id());
        sql.run(
                "INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at, state, error)"
                        + " VALUES ('sign-in', 'ana@far.example', '1', now() + interval '1 day', 'parked', '550 5.7.1 blocked by policy')");
        sql.run(
                "INSERT INTO internal.provider_quota (name, most, remaining, resets_at) VALUES"
                        + " ('brevo-contacts', 36000, 30000, now() + interval '1 hour'), ('brevo-processes', 100, 12, now() + interval '1 hour')");
    }

    @Test
    void isReadAndWorkedWithInABrowser() {
        try (var browser = new Chromium(Callers.PUBLIC_URL, RestAssured.port, "en")) {
            browser.open("/ops/console.css")
                    .ask("document.cookie = '%s=%s; path=/'; return [];".formatted(Callers.COOKIE, ada.sessionToken()));
            browser.withoutScripts().size(1200, 1400).open("/ops");
            assertThat(browser.title()).isEqualTo("Control room · Pana MIA");
            browser.picture("console");

            browser.press("Run");

            assertThat(browser.path()).isEqualTo("/ops/room");
            assertThat(due()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"en,1100", "en,390", "es,1100", "es,390"})
    void isReadableInBothLanguagesOnADeskAndOnAPhone(String language, int width) {
        try (var browser = entered(language)) {
            browser.size(width, 2400).open("/ops");
            browser.picture("console-%s-%d".formatted(language, width));

            assertThat(Readable.faults(browser)).isEmpty();
            assertThat(browser.ask("return [String(document.documentElement.scrollWidth <= window.innerWidth)];"))
                    .containsExactly("true");
        }
    }

    @ParameterizedTest
    @CsvSource({"en,1100", "es,390"})
    void searchesTheTrail(String language, int width) {
        try (var browser = entered(language)) {
            browser.size(width, 900).open("/ops/trail?actor=" + ada.id());
            browser.picture("trail-%s-%d".formatted(language, width));

            assertThat(Readable.faults(browser)).isEmpty();
            assertThat(browser.ask("return [String(document.documentElement.scrollWidth <= window.innerWidth)];"))
                    .containsExactly("true");
        }
    }

    @Test
    void isReadableInTheDark() {
        try (var browser = entered("en")) {
            browser.size(1100, 2400).dark().open("/ops");

            assertThat(Readable.faults(browser)).isEmpty();
            browser.picture("console-dark");
        }
    }

    @Test
    void settlesAReport() {
        try (var browser = entered("en")) {
            browser.open("/ops").press("Dismiss");

            assertThat(browser.text()).contains("None waits.");
        }
        assertThat(sql.one(String.class, "SELECT outcome FROM internal.article_report"))
                .isEqualTo("dismissed");
    }

    private Chromium entered(String language) {
        var browser = new Chromium(Callers.PUBLIC_URL, RestAssured.port, language);
        browser.open("/ops/console.css")
                .ask("document.cookie = '%s=%s; path=/'; return [];".formatted(Callers.COOKIE, ada.sessionToken()));
        return browser;
    }

    private boolean due() {
        return sql.one(Boolean.class, "SELECT due_at <= now() FROM internal.job WHERE name = 'forget-old-mail'");
    }
}
