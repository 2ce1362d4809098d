package club.panamia.auth.provider;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Linking and unlinking at the same moment. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class LinkRaceTest {

    private static final JsonObject TOOT = new JsonObject("{\"id\": \"23634\", \"username\": \"anabee\"}");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void givesOneAccountToOneOfManyPeople() {
        var comings = new ArrayList<Map.Entry<TestBrowser, String>>();
        for (var i = 0; i < 8; i++) {
            comings.add(coming(seed.person("Person" + i)));
        }

        var statuses = Race.of(8, i -> () -> come(comings.get(i)));

        assertThat(statuses.stream().filter(status -> status == 303)).hasSize(1);
        assertThat(statuses).containsOnly(303, 409);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event")).isOne();
    }

    @Test
    void neverLocksSomebodyOutWhoLinksWhileUnlinking() {
        for (var round = 0; round < 8; round++) {
            sql.run("DELETE FROM internal.rate_limit");
            sql.run("DELETE FROM accounts");
            var ana = seed.person("Ana" + round);
            sql.run("UPDATE users SET email_proven_at = NULL, email_verified = NULL WHERE id = ?", ana.id());
            var only = sql.one(
                    String.class,
                    "INSERT INTO accounts (user_id, type, provider, provider_account_id, linked_by) VALUES (?,"
                            + " 'oauth', 'discord', '1', 'pana_auth') RETURNING id",
                    ana.id());
            var coming = coming(ana);

            var statuses = Race.of(
                    2,
                    i -> () -> i == 0
                            ? come(coming)
                            : as(ana).delete("/api/users/me/accounts/" + only).statusCode());

            var left = sql.list(String.class, "SELECT provider FROM accounts ORDER BY provider");
            assertThat(statuses.getFirst()).isEqualTo(303);
            assertThat(left)
                    .isEqualTo(statuses.getLast() == 204 ? List.of("mastodon") : List.of("discord", "mastodon"));
            assertThat(statuses.getLast()).isIn(204, 409);
        }
    }

    @Test
    void leavesTheTruthWhenTheSameAccountIsLinkedAndUnlinked() {
        for (var round = 0; round < 8; round++) {
            sql.run("DELETE FROM internal.rate_limit");
            sql.run("DELETE FROM accounts");
            var ana = seed.person("Ana" + round);
            var account = sql.one(
                    String.class,
                    "INSERT INTO accounts (user_id, type, provider, provider_account_id, linked_by) VALUES (?,"
                            + " 'oauth', 'mastodon', '23634', 'pana_auth') RETURNING id",
                    ana.id());
            var coming = coming(ana);

            var statuses = Race.of(
                    2,
                    i -> () -> i == 0
                            ? come(coming)
                            : as(ana).delete("/api/users/me/accounts/" + account)
                                    .statusCode());

            assertThat(statuses.getLast()).isEqualTo(204);
            assertThat(statuses.getFirst()).isIn(303, 409);
            assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts WHERE user_id = '" + ana.id() + "'"))
                    .isBetween(0L, 1L);
        }
    }

    private Map.Entry<TestBrowser, String> coming(Person person) {
        var browser = new TestBrowser();
        browser.put(COOKIE, person.sessionToken());
        var away = browser.goOn(browser.post("/login/provider/mastodon/link", Map.of("callbackUrl", "/")));
        var callback = "/login/provider/mastodon/callback?code=%s&state=%s"
                .formatted(StubProviders.code(away, TOOT), away.parameter("state"));
        return Map.entry(browser, callback);
    }

    private static int come(Map.Entry<TestBrowser, String> coming) {
        return coming.getKey().get(coming.getValue()).status();
    }
}
