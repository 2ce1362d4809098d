package club.panamia.auth.session;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.auth.LeftMail;
import club.panamia.auth.user.ProvenPerson;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TellOfNewBrowserTest {

    private static final Instant NOON = Instant.parse("2030-05-01T16:00:00Z");
    private static final Browser LAPTOP =
            new Browser("203.0.113.77", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "es");
    private static final Browser SAME_LAPTOP_UPDATED =
            new Browser("203.0.113.99", "Mozilla/5.0 (X11; Linux x86_64; rv:129.0) Gecko/20100101 Firefox/129.0", "es");
    private static final Browser PHONE = new Browser(
            "2001:db8:1:2::3",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1",
            "en");

    @Inject
    SignIn signIn;

    @Inject
    LeftMail mail;

    @Inject
    ForgetWhatEnded forgetWhatEnded;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
    }

    @Test
    void writesAboutASecondBrowserButNotAboutTheFirst() {
        signIn(LAPTOP);
        assertThat(mail.of("new-device")).isEmpty();

        signIn(PHONE);

        var letters = mail.of("new-device");
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().recipient()).isEqualTo(ana.email());
        assertThat(letters.getFirst().locale()).isEqualTo("en");
        assertThat(letters.getFirst().params())
                .containsEntry("device", "Safari on iPhone")
                .containsEntry("prefix", "2001:db8:1::/48")
                .containsEntry("time", "2030-05-01 12:00 EDT")
                .containsEntry("link", "http://localhost:8080/account/security");
    }

    @Test
    void knowsABrowserAgainAlsoWhenItWasUpdated() {
        signIn(LAPTOP);
        signIn(PHONE);
        signIn(SAME_LAPTOP_UPDATED);
        signIn(PHONE);

        assertThat(mail.of("new-device")).hasSize(1);
    }

    @Test
    void writesToNobodyWhoDoesNotWantIt() {
        signIn(LAPTOP);
        as(ana).contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"notificationPreferences\": {\"newDevice\": false}}")
                .patch("/api/users/me")
                .then()
                .statusCode(200);

        signIn(PHONE);

        assertThat(mail.of("new-device")).isEmpty();
    }

    @Test
    void keepsTheBrowsersOfPeopleApart() {
        signIn(LAPTOP);
        ana = seed.person("Ben");
        signIn(LAPTOP);
        signIn(PHONE);

        assertThat(mail.of("new-device")).hasSize(1);
        assertThat(mail.of("new-device").getFirst().recipient()).isEqualTo("ben@example.org");
    }

    @Test
    void writesOnceForManySessionsAtOnce() {
        signIn(LAPTOP);

        Race.of(8, runner -> () -> signIn(PHONE));

        assertThat(mail.of("new-device")).hasSize(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions WHERE user_agent LIKE '%iPhone%'"))
                .isEqualTo(8);
    }

    @Test
    void keepsOnlyAHashAndThatForAYear() {
        signIn(LAPTOP);
        signIn(PHONE);
        assertThat(sql.list(String.class, "SELECT mark FROM internal.seen_browser"))
                .hasSize(2)
                .allMatch(mark -> mark.matches("[0-9a-f]{64}"));
        assertThat(sql.list(String.class, "SELECT ip_address FROM sessions WHERE ip_address IS NOT NULL"))
                .containsExactlyInAnyOrder("203.0.113.0/24", "2001:db8:1::/48");

        sql.run("UPDATE internal.seen_browser SET last_seen_at = now() - interval '366 days'");
        forgetWhatEnded.forget().await().atMost(Duration.ofSeconds(5));

        assertThat(sql.list(String.class, "SELECT mark FROM internal.seen_browser"))
                .isEmpty();
    }

    private String signIn(Browser browser) {
        var person = new ProvenPerson(ana.id(), null, false);
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> Panache.withTransaction(() -> signIn.in(person, browser, NOON)));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
