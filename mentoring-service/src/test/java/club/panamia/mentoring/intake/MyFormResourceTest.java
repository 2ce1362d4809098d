package club.panamia.mentoring.intake;

import static club.panamia.mentoring.intake.Filled.path;
import static club.panamia.mentoring.intake.Filled.services;
import static club.panamia.mentoring.intake.Filled.with;
import static club.panamia.mentoring.intake.Filled.write;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MyFormResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void somebody() {
        ana = seed.person("Ana");
    }

    @Test
    void isWrittenAsADraftAndHandedInWhenItIsWhole() {
        as(ana).get(path("services")).then().statusCode(404).body("type", endsWith("no-such-form"));
        write(ana, "services", services()).then().statusCode(200).body("complete", is(false));
        as(ana).put(path("services") + "/submission")
                .then()
                .statusCode(422)
                .body("errors.path", containsInAnyOrder("/data/logo", "/data/image1", "/data/image2", "/data/image3"));

        write(ana, "services", withPictures()).then().statusCode(200);
        as(ana).put(path("services") + "/submission")
                .then()
                .statusCode(200)
                .body("complete", is(true))
                .body("completedAt", notNullValue());

        write(ana, "services", services()).then().statusCode(409).body("type", endsWith("form-handed-in"));
        as(ana).put(path("services") + "/submission").then().statusCode(409);
        assertThat(sql.list(String.class, "SELECT payload ->> 'formType' FROM internal.event"))
                .containsExactly("services");
    }

    @Test
    void isOneOfEachKind() {
        write(ana, "services", services()).then().statusCode(200);
        write(ana, "food", Map.of("about", "Arepas")).then().statusCode(200);

        as(ana).get(path("food")).then().body("data.about", is("Arepas"));
        as(ana).get(path("services")).then().body("data.tags", contains("bicycles", "repair"));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM intake_forms")).isEqualTo(2);
    }

    @Test
    void keepsWhenAConsentWasGivenAndToWhichWords() {
        var first = write(ana, "services", services())
                .then()
                .body("consents.igConsent.given", is(true))
                .body("consents.igConsent.text", is("2026-11"))
                .extract()
                .<String>path("consents.igConsent.at");

        write(ana, "services", with(services(), "marketConsent", true))
                .then()
                .statusCode(200)
                .body("data.marketConsent", is(true))
                .body("consents.igConsent.at", is(first))
                .body("consents", not(hasKey("vendingConsent")));
    }

    @ParameterizedTest
    @CsvSource({
        "category, Mechanical",
        "workshop, Perhaps",
        "website, http://rueda.example",
        "website, javascript:alert(1)",
        "logo, data:image/png;base64,AAAA",
        "igConsent, yes",
        "volunteerNeed, Yes",
        "about, '\u0007'"
    })
    void refusesWhatTheFieldDoesNotTake(String field, String value) {
        write(ana, "services", with(services(), field, value))
                .then()
                .statusCode(422)
                .body("errors[0].path", is("/data/" + field));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM intake_forms")).isZero();
    }

    @Test
    void refusesListsThatSaySomethingTwiceOrNothing() {
        for (var tags : List.of(List.of("a", "a"), List.of(), List.of("1", "2", "3", "4", "5", "6"))) {
            write(ana, "services", with(services(), "tags", tags)).then().statusCode(422);
        }
        write(ana, "services", with(services(), "category", Arrays.asList("Mechanical", null)))
                .then()
                .statusCode(422);
    }

    @Test
    void showsOnlyPicturesOfItsWriter() {
        var file = picture(seed.person("Ben"), "b");

        write(ana, "services", with(services(), "logo", file))
                .then()
                .statusCode(422)
                .body("errors[0].path", is("/data/logo"));
    }

    @Test
    void overwritesNothingUnseen() {
        var seen = write(ana, "services", services()).header("ETag");

        var answers = Race.of(
                6,
                i -> () -> write(ana, "services", with(services(), "about", "Draft " + i), seen)
                        .statusCode());

        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 412)).isEqualTo(5);
        as(ana).contentType("application/json")
                .body(Map.of("data", services()))
                .put(path("services"))
                .then()
                .statusCode(428);
    }

    @Test
    void isBegunOnceAtATime() {
        var answers = Race.of(6, i -> () -> write(ana, "services", services()).statusCode());

        assertThat(answers).isSubsetOf(200, 409);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM intake_forms")).isEqualTo(1);
    }

    @Test
    void belongsToWhoeverProvesItsAddress() {
        sql.run(
                "INSERT INTO intake_forms (email, form_type, form_data) VALUES (upper(?), 'art', '{\"about\": \"Oil\"}')",
                ana.email());

        as(seed.person("Ben")).get(path("art")).then().statusCode(404);
        as(ana).get(path("art")).then().statusCode(200).body("data.about", is("Oil"));
        write(ana, "art", Map.of("about", "Oil and water")).then().statusCode(200);

        assertThat(sql.list(String.class, "SELECT user_id FROM intake_forms")).containsExactly(ana.id());
    }

    @Test
    void isForMembersWithAProvenAddress() {
        anonymous().get(path("art")).then().statusCode(401);
        as(ana).get(path("venues")).then().statusCode(404);
        sql.run("UPDATE users SET email_proven_at = NULL");
        as(ana).get(path("art")).then().statusCode(409).body("type", endsWith("address-not-proven"));
    }

    private Map<String, Object> withPictures() {
        var data = new HashMap<>(services());
        data.put("logo", picture(ana, "a"));
        data.put("image1", picture(ana, "1"));
        data.put("image2", picture(ana, "2"));
        data.put("image3", picture(ana, "3"));
        return data;
    }

    private String picture(Person owner, String digit) {
        sql.run(
                "INSERT INTO internal.media (service, owner_id, sha256, type, width, height, bytes, state) VALUES ('profile', ?,"
                        + " repeat(?, 64), 'png', 10, 10, 10, 'stored')",
                owner.id(),
                digit);
        return "profile/" + digit.repeat(64);
    }
}
