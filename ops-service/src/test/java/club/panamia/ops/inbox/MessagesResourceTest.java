package club.panamia.ops.inbox;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MessagesResourceTest {

    private static final String PATH = "/api/contact/messages";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ada;

    @BeforeEach
    void messages() {
        ada = seed.admin("Ada");
        message("market", "Ana", "ana@example.org", "Where is the market on Sunday?");
        message("paint", "Ben", "ben@example.org", "I paint murals in Wynwood.");
        message("spam", "Eve", "eve@example.net", "Buy followers on Sunday");
        message("done", "Rio", "rio@example.org", "Thank you for Sunday!");
        sql.run("UPDATE contact_submissions SET quarantined_for = 'links' WHERE id = 'spam'");
        sql.run("UPDATE contact_submissions SET acknowledged = true, acknowledged_at = now() WHERE id = 'done'");
        sql.run("UPDATE contact_submissions SET assigned_to = ?, assigned_at = now() WHERE id = 'paint'", ada.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=9              | paint market",
                "state=all            | done spam paint market",
                "state=acknowledged   | done",
                "state=quarantined    | spam",
                "q=sunday             | market",
                "state=all&q=sunday   | done spam market",
                "q=ANA@example.org    | market",
                "q=mur%C3%A1l         | paint",
                "q=murals             | paint",
                "q=%22market+sunday%22| ",
                "q=%00                | paint market",
                "assignee=nobody      | market"
            })
    void findsWhatIsAskedFor(String query, String found) {
        var ids = as(ada).urlEncodingEnabled(false)
                .get(PATH + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);

        assertThat(String.join(" ", ids)).isEqualTo(found == null ? "" : found);
    }

    @Test
    void findsOnesOwn() {
        as(ada).get(PATH + "?assignee=" + ada.id())
                .then()
                .body("items.size()", is(1))
                .body("items[0].id", is("paint"))
                .body("items[0].assignedTo", is(ada.id()))
                .body("items[0].replies", is(0));
    }

    @Test
    void walksTheListInPages() {
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ada).queryParam("state", "all")
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get(PATH);
            seen.addAll(page.then().statusCode(200).extract().jsonPath().getList("items.id", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("done", "spam", "paint", "market");
    }

    @Test
    void exportsThemSoThatNothingRuns() {
        message("evil", "=HYPERLINK(\"http://x\")", "eve@example.net", "Where, \"when\" and why on Sunday?");

        var csv = as(ada).get(PATH + ".csv?state=all")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"messages.csv\"")
                .extract()
                .asString();

        assertThat(csv.lines()).hasSize(6);
        assertThat(csv)
                .startsWith("Received,Name,E-mail,")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "\"Where, \"\"when\"\" and why on Sunday?\"");
    }

    @Test
    void exportsMoreThanABatchOnceEach() {
        sql.run("INSERT INTO contact_submissions (name, email, message)"
                + " SELECT 'Name ' || n, 'a@example.org', 'Hello to all of you' FROM generate_series(1, 450) n");

        var csv = as(ada).get(PATH + ".csv").asString();

        assertThat(csv.lines()).hasSize(453).doesNotHaveDuplicates();
    }

    @Test
    void tellsPeopleThatTheirMessagesWereRead() {
        var ana = seed.person("Ana");

        as(ada).get(PATH).then().statusCode(200);
        as(ada).get(PATH + ".csv").then().statusCode(200);

        assertThat(sql.rows("SELECT actor_id, action FROM internal.security_event WHERE subject_id = ?", ana.id()))
                .isEqualTo(List.of(
                        Map.of("actor_id", ada.id(), "action", "record-read"),
                        Map.of("actor_id", ada.id(), "action", "record-read")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=lost", "?limit=101", "?cursor=x"})
    void refusesAQuestionThatMakesNoSense(String query) {
        as(ada).get(PATH + query).then().statusCode(422).body("type", is("/problems/invalid-input"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + ".csv", PATH + "/market"})
    void isForAdministratorsOnly(String path) {
        as(seed.person("Bob")).get(path).then().statusCode(403);
        anonymous().get(path).then().statusCode(401);
    }

    private void message(String id, String name, String email, String text) {
        sql.run(
                "INSERT INTO contact_submissions (id, name, email, message) VALUES (?, ?, ?, ?)",
                id,
                name,
                email,
                text);
    }
}
