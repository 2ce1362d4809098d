package club.panamia.mentoring.intake;

import static club.panamia.mentoring.intake.Filled.services;
import static club.panamia.mentoring.intake.Filled.with;
import static club.panamia.mentoring.intake.Filled.write;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FormsResourceTest {

    private static final String FORMS = "/api/intake-forms";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person admin;
    private Person ana;

    @BeforeEach
    void people() {
        admin = seed.admin("Rut");
        ana = seed.person("Ana");
    }

    @Test
    void areListedByKindAndStateWithoutWhereSomebodyComesFrom() {
        write(ana, "services", with(services(), "backgroundEthnicity", "Taíno"))
                .then()
                .statusCode(200);
        write(ana, "food", Map.of("about", "Arepas")).then().statusCode(200);
        handIn("food");

        as(admin).get(FORMS).then().statusCode(200).body("items.type", contains("food", "services"));
        as(admin).get(FORMS + "?complete=true").then().body("items.type", contains("food"));
        var drafts = as(admin)
                .get(FORMS + "?type=services&complete=false")
                .then()
                .body("items", hasSize(1))
                .body("items[0].email", is(ana.email()))
                .body("items[0].data.about", is("I mend bicycles."))
                .extract()
                .asString();
        assertThat(drafts).doesNotContain("Taíno", "backgroundEthnicity");
    }

    @Test
    void pageWithoutLoss() {
        for (var type : new String[] {"art", "apparel", "food", "goods", "org"}) {
            write(ana, type, Map.of("about", "x")).then().statusCode(200);
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as(admin)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(FORMS)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.type", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrder("art", "apparel", "food", "goods", "org");
    }

    @Test
    void areExportedSoThatNothingRunsAsAFormula() {
        write(ana, "services", with(with(services(), "about", "=1+1, \"two\""), "backgroundEthnicity", "Taíno"))
                .then()
                .statusCode(200);
        handIn("services");

        var csv = as(admin)
                .get(FORMS + "/exports/services.csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv)
                .startsWith("id,name,email,completedAt,about,")
                .contains("La Rueda", "\"'=1+1, \"\"two\"\"\"", "bicycles; repair", ",true,")
                .doesNotContain("Taíno", "backgroundEthnicity");
        as(admin).get(FORMS + "/exports/food.csv").then().statusCode(200);
        as(admin).get(FORMS + "/exports/venues.csv").then().statusCode(404);
    }

    @Test
    void areSeenByNobodyWithoutTheirWritersKnowing() {
        write(ana, "food", Map.of("about", "Arepas")).then().statusCode(200);
        write(admin, "food", Map.of("about", "Tamales")).then().statusCode(200);
        sql.run(
                "INSERT INTO intake_forms (email, form_type) VALUES ('Ben@Example.org', 'art'), ('nobody@example.org', 'org')");
        var ben = seed.person("Ben");
        sql.run("UPDATE intake_forms SET complete = true, completed_at = now() WHERE form_type = 'food'");

        as(admin).get(FORMS).then().statusCode(200).body("items", hasSize(4));
        as(admin).get(FORMS + "/exports/food.csv").then().statusCode(200);

        assertThat(sql.rows("SELECT actor_id, subject_id FROM internal.security_event WHERE action = 'record-read'"))
                .containsExactlyInAnyOrder(
                        Map.of("actor_id", admin.id(), "subject_id", ana.id()),
                        Map.of("actor_id", admin.id(), "subject_id", ben.id()),
                        Map.of("actor_id", admin.id(), "subject_id", ana.id()));
    }

    @Test
    void canBeOpenedAgain() {
        write(ana, "food", Map.of("about", "Arepas")).then().statusCode(200);
        var id = handIn("food");
        write(ana, "food", Map.of("about", "Tamales")).then().statusCode(409);

        as(admin).delete(FORMS + "/" + id + "/submission").then().statusCode(204);

        write(ana, "food", Map.of("about", "Tamales")).then().statusCode(200).body("complete", is(false));
        as(admin).delete(FORMS + "/nothing/submission").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORMS, FORMS + "/exports/art.csv"})
    void areForAdministrators(String path) {
        anonymous().get(path).then().statusCode(401);
        as(ana).get(path).then().statusCode(403);
        as(ana).delete(FORMS + "/x/submission").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=venues", "complete=maybe", "limit=0", "cursor=x"})
    void refuseWhatTheyDoNotKnow(String query) {
        as(admin)
                .get(FORMS + "?" + query)
                .then()
                .statusCode(422)
                .body("errors.path", containsInAnyOrder(query.split("=")[0]));
    }

    private String handIn(String type) {
        return sql.one(
                String.class,
                "UPDATE intake_forms SET complete = true, completed_at = now() WHERE form_type = CAST(? AS intake_form_type)"
                        + " RETURNING id",
                type);
    }
}
