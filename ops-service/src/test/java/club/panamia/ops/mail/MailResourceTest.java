package club.panamia.ops.mail;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MailResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsAnAdministratorWhereMailsStandButNotWhatIsInThem() {
        sql.run("INSERT INTO internal.mail_outbox (template, recipient, params, dedupe_key, expires_at)"
                + " VALUES ('sign-in', 'ana@example.org', 'secret', 'k', now() + interval '1 day')");

        as(seed.admin("Ada"))
                .get("/api/ops/mail")
                .then()
                .statusCode(200)
                .body("items[0].template", is("sign-in"))
                .body("items[0].recipient", is("ana@example.org"))
                .body("items[0].state", is("queued"))
                .body("items[0].attempts", is(0))
                .body("items[0].sentAt", nullValue())
                .body(not(containsString("params")))
                .body(not(containsString("secret")));
    }

    @Test
    void walksTheListNewestFirst() {
        sql.run(
                "INSERT INTO internal.mail_outbox (created_at, template, recipient, dedupe_key, expires_at)"
                        + " SELECT now() - make_interval(mins => n / 2), 'sign-in', 'a@b.c', n::text, now() FROM generate_series(1, 25) n");
        var admin = seed.admin("Ada");

        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = as(admin)
                    .queryParam("limit", 10)
                    .queryParam("cursor", cursor)
                    .get("/api/ops/mail");
            seen.addAll(page.then().statusCode(200).extract().jsonPath().getList("items.id", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyElementsOf(sql.list(
                        String.class, "SELECT id FROM internal.mail_outbox ORDER BY created_at DESC, id DESC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+999999999-12-31T23:59:59Z\u001fx", "-1000000000-01-01T00:00:00Z\u001fx", "yesterday\u001fx"})
    void refusesACursorOfNoTime(String position) {
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes());

        as(seed.admin("Ada"))
                .queryParam("cursor", cursor)
                .get("/api/ops/mail")
                .then()
                .statusCode(422);
    }

    @Test
    void tellsWhoeverHasAnAccountThatAnAdministratorHasReadOfThem() {
        var ana = seed.person("Ana");
        var ada = seed.admin("Ada");
        sql.run("INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, expires_at)"
                + " VALUES ('sign-in', 'Ana@example.org', '1', now()), ('sign-in', 'ana@example.org', '2', now()),"
                + " ('sign-in', 'nobody@example.org', '3', now()), ('sign-in', 'ada@example.org', '4', now())");
        var before = trail(ana.id());

        as(ada).get("/api/ops/mail").then().statusCode(200);

        assertThat(trail(ana.id())).isEqualTo(before + 1);
        assertThat(sql.one(
                        String.class,
                        "SELECT actor_id FROM internal.security_event WHERE subject_id = ? AND action = 'record-read'",
                        ana.id()))
                .isEqualTo(ada.id());
        assertThat(trail(ada.id())).isZero();
    }

    @Test
    void letsAParkedMailBeTriedAgain() {
        sql.run(
                "INSERT INTO internal.mail_outbox (id, template, recipient, dedupe_key, expires_at, state, attempts, next_attempt_at)"
                        + " VALUES ('parked', 'sign-in', 'a@b.c', '1', now() + interval '1 day', 'parked', 8, now() + interval '1 hour'),"
                        + " ('late', 'sign-in', 'a@b.c', '2', now(), 'parked', 8, now()), ('sent', 'sign-in', 'a@b.c', '3', now(), 'expired', 1, now())");
        var ada = seed.admin("Ada");

        as(ada).post("/api/ops/mail/parked/retry").then().statusCode(202);

        as(ada).post("/api/ops/mail/late/retry").then().statusCode(404).body("type", is("/problems/not-found"));
        as(ada).post("/api/ops/mail/sent/retry").then().statusCode(404);
        as(ada).post("/api/ops/mail/none/retry").then().statusCode(404);
        as(seed.person("Bob")).post("/api/ops/mail/parked/retry").then().statusCode(403);
        assertThat(
                        sql.list(
                                String.class,
                                "SELECT id FROM internal.mail_outbox WHERE state = 'queued' AND attempts = 0 AND next_attempt_at <= now()"))
                .containsExactly("parked");
    }

    private long trail(String subject) {
        return sql.one(Long.class, "SELECT count(*) FROM internal.security_event WHERE subject_id = ?", subject);
    }

    @Test
    void isForAdministratorsOnly() {
        as(seed.person("Bob")).get("/api/ops/mail").then().statusCode(403).body("type", is("/problems/forbidden"));
        anonymous().get("/api/ops/mail").then().statusCode(401).body("type", is("/problems/not-signed-in"));
    }
}
