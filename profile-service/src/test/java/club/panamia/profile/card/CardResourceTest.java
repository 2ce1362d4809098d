package club.panamia.profile.card;

import static club.panamia.testing.http.Callers.PUBLIC_URL;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class CardResourceTest {

    private static final String PAGE = PUBLIC_URL + "/p/Ana";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void anaIsInTheDirectory() {
        ana = seed.person("Ana");
        Walk.create(
                        ana,
                        Map.of(
                                "name", "Ana; baker",
                                "phoneNumber", "305 555 0100",
                                "descriptions",
                                        Map.of(
                                                "details",
                                                "Bread,\nand more",
                                                "tags",
                                                "bread, coffee",
                                                "hearaboutus",
                                                "Tío"),
                                "categories", Map.of("food", true),
                                "address", Map.of("line1", "8 Calle Ocho", "locality", "Miami", "country", "US")))
                .statusCode(201);
        as(ana).header("Content-Type", "image/png")
                .header("If-Match", "\"0\"")
                .queryParam("alt", "Ana")
                .body(Pictures.png(40, 20))
                .put("/api/profiles/me/images/primary")
                .then()
                .statusCode(200);
        sql.run("UPDATE profiles SET status = 'approved', active = true");
    }

    @Test
    void goesIntoAnAddressBook() {
        var answer = anonymous()
                .get("/api/profiles/ana/vcard")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/vcard"))
                .header("Content-Disposition", "attachment; filename=\"Ana.vcf\"")
                .extract()
                .asByteArray();

        assertThat(new String(answer, StandardCharsets.UTF_8).replace("\r\n ", ""))
                .startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\nUID:" + PAGE + "\r\nKIND:individual\r\nFN:Ana\\; baker\r\n")
                .contains("NOTE:Bread\\,\\nand more\r\n")
                .contains("ADR:;;;Miami;;;US\r\n")
                .contains("CATEGORIES:food,bread,coffee\r\n")
                .containsPattern("PHOTO:" + PUBLIC_URL + "/media/profile/[0-9a-f]{64}-960\\.jpg\r\n")
                .endsWith("END:VCARD\r\n");
    }

    @Test
    void isUnderstoodBySearchEngines() {
        anonymous()
                .get("/api/profiles/ana/json-ld")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/ld+json"))
                .body("'@context'", is("https://schema.org"))
                .body("'@type'", is("ProfilePage"))
                .body("url", is(PAGE))
                .body("mainEntity.'@type'", is("Person"))
                .body("mainEntity.name", is("Ana; baker"))
                .body("mainEntity.keywords", contains("food", "bread", "coffee"))
                .body("mainEntity.address.'@type'", is("PostalAddress"))
                .body("mainEntity.address.addressLocality", is("Miami"))
                .body("mainEntity.disambiguatingDescription", nullValue());
    }

    @Test
    void tellsABusinessFromAPerson() {
        sql.run("UPDATE users SET account_type = 'small_business'");

        anonymous().get("/api/profiles/ana/json-ld").then().body("mainEntity.'@type'", is("Organization"));
        anonymous().get("/api/profiles/ana/vcard").then().body(containsString("KIND:org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcard", "json-ld"})
    void tellsNothingThatNotEverybodyMaySee(String format) {
        for (var viewer : new RequestSpecification[] {anonymous(), as(ana)}) {
            viewer.get("/api/profiles/ana/" + format)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("555")))
                    .body(not(containsString("Calle Ocho")))
                    .body(not(containsString("example.org")))
                    .body(not(containsString("Tío")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcard", "json-ld"})
    void isOfPeopleInTheDirectoryOnly(String format) {
        anonymous()
                .get("/api/profiles/nobody/" + format)
                .then()
                .statusCode(404)
                .body("type", is("/problems/no-such-profile"));
        seed.lock(ana);
        anonymous().get("/api/profiles/ana/" + format).then().statusCode(404);
        sql.run("UPDATE users SET locked_at = NULL");
        sql.run("UPDATE profiles SET active = false");
        anonymous().get("/api/profiles/ana/" + format).then().statusCode(404);
    }
}
