package club.panamia.ops.figures;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FiguresResourceTest {

    private static final String PATH = "/api/ops/figures";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void countsWhatThereIsByState() {
        var ana = seed.person("Ana");
        seed.approvedProfile(ana);
        seed.publishedArticle(ana, "hola");
        seed.draftArticle(ana, "adios");
        seed.lock(seed.person("Eve"));
        sql.run("""
                INSERT INTO newsletter_signups (email, signup_type, confirmed_at, unsubscribed_at) VALUES
                  ('a@b.c', 'visiting_florida', now(), NULL), ('b@b.c', 'visiting_florida', now(), NULL),
                  ('c@b.c', NULL, NULL, NULL), ('d@b.c', NULL, now(), now())""");
        sql.run(
                "INSERT INTO contact_submissions (name, email, quarantined_for) VALUES ('Ana', 'a@b.c', NULL), ('Eve', 'e@b.c', 'links')");
        sql.run("INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at, state)"
                + " VALUES ('sign-in', 'a@b.c', '1', now(), 'parked'), ('sign-in', 'a@b.c', '2', now(), 'queued')");
        sql.run(
                "INSERT INTO internal.notification_delivery (user_id, event_key, category, kind, channel, state, due_at)"
                        + " VALUES (?, 'e1', 'profile', 'admin-revoked', 'email', 'queued', now())",
                ana.id());
        sql.run("INSERT INTO internal.mail_suppression (address, bounced_at, lifted_at)"
                + " VALUES ('a@b.c', now(), NULL), ('b@b.c', now() - interval '1 day', now())");

        as(seed.admin("Ada"))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("users", is(3))
                .body("lockedUsers", is(1))
                .body("openSessions", is(3))
                .body("profiles.approved", is(1))
                .body("articles.published", is(1))
                .body("articles.draft", is(1))
                .body("posts", is(0))
                .body("mentoringSessions", anEmptyMap())
                .body("deliveries.queued", is(1))
                .body("newsletter.reading", is(2))
                .body("newsletter.waiting", is(1))
                .body("newsletter.left", is(1))
                .body("readersByType.visiting_florida", is(2))
                .body("messages.open", is(1))
                .body("messages.quarantined", is(1))
                .body("mails.parked", is(1))
                .body("mails.queued", is(1))
                .body("suppressedAddresses", is(1));
    }

    @Test
    void countsEveryDayAlsoTheEmptyOnes() {
        sql.run("""
                INSERT INTO contact_submissions (created_at, name, email) VALUES
                  (now(), 'Ana', 'a@b.c'), (now(), 'Ben', 'b@b.c'), (now() - interval '2 days', 'Cia', 'c@b.c'),
                  (now() - interval '9 days', 'Old', 'd@b.c')""");
        var today = LocalDate.now(ZoneOffset.UTC);

        var days = as(seed.admin("Ada"))
                .get(PATH + "/messages/days?days=4")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(days.getList("count", Integer.class)).containsExactly(0, 1, 0, 2);
        assertThat(days.getString("day[0]")).isEqualTo(today.minusDays(3).toString());
        assertThat(days.getString("day[3]")).isEqualTo(today.toString());
    }

    @ParameterizedTest
    @EnumSource(Growth.class)
    void countsEverythingThatGrows(Growth growth) {
        var days = as(seed.admin("Ada"))
                .get(PATH + "/" + growth.wire() + "/days")
                .then()
                .statusCode(200);

        assertThat(days.extract().jsonPath().getList("day")).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/martians/days", "/users/days?days=0", "/users/days?days=367"})
    void refusesWhatCannotBeCounted(String path) {
        as(seed.admin("Ada")).get(PATH + path).then().statusCode(422).body("type", is("/problems/invalid-input"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/users/days"})
    void isForAdministratorsOnly(String path) {
        as(seed.person("Bob")).get(PATH + path).then().statusCode(403);
        anonymous().get(PATH + path).then().statusCode(401);
    }
}
