package club.panamia.ops.trail;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TrailResourceTest {

    private static final String PATH = "/api/ops/trail";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ada;
    private Person ana;

    @BeforeEach
    void lines() {
        ada = seed.admin("Ada");
        ana = seed.person("Ana");
        for (var i = 0; i < 5; i++) {
            line(ada.id(), ana.id(), "account-locked");
        }
        line(ana.id(), ana.id(), "signed-in");
    }

    @Test
    void findsWhatWasDoneToSomebodyInPagesNewestFirst() {
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(ada).queryParam("subject", ana.id())
                    .queryParam("action", "account-locked")
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(PATH);
            seen.addAll(page.then().statusCode(200).extract().jsonPath().getList("items.id", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void findsWhatSomebodyDid() {
        as(ada).get(PATH + "?actor=" + ana.id())
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].action", is("signed-in"))
                .body("items[0].subjectId", is(ana.id()));
    }

    @Test
    void tellsWhoeverWasLookedUpByName() {
        as(ada).get(PATH).then().statusCode(200);
        assertThat(reads(ana)).isZero();

        as(ada).get(PATH + "?subject=" + ana.id()).then().statusCode(200);
        as(ada).get(PATH + "?subject=" + ada.id()).then().statusCode(200);
        as(ada).get(PATH + "?subject=nobody").then().statusCode(200).body("items.size()", is(0));

        assertThat(reads(ana)).isOne();
        assertThat(reads(ada)).isZero();
    }

    @Test
    void exportsWhatASearchFindsAndTellsWhoeverWasLookedUpOnce() {
        var csv = as(ada).get(PATH + ".csv?subject=" + ana.id() + "&action=account-locked")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv.lines()).hasSize(6);
        assertThat(csv.lines().skip(1)).allMatch(line -> line.contains(",account-locked,"));
        assertThat(reads(ana)).isOne();
        as(ana).get(PATH + ".csv").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?action=Not%20An%20Action", "?limit=0", "?cursor=x"})
    void refusesWhatMakesNoSense(String query) {
        as(ada).get(PATH + query).then().statusCode(422);
    }

    @Test
    void isForAdministratorsOnly() {
        as(ana).get(PATH).then().statusCode(403);
        anonymous().get(PATH).then().statusCode(401);
    }

    private long reads(Person person) {
        return sql.one(
                Long.class,
                "SELECT count(*) FROM internal.security_event WHERE subject_id = ? AND action = 'record-read'",
                person.id());
    }

    private void line(String actor, String subject, String action) {
        sql.run(
                "INSERT INTO internal.security_event (actor_id, subject_id, action) VALUES (?, ?, ?)",
                actor,
                subject,
                action);
    }
}
