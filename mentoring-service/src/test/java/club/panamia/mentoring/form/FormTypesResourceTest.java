package club.panamia.mentoring.form;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FormTypesResourceTest {

    private static final String TYPES = "/api/intake-forms/types";

    @Test
    void listsAllSix() {
        given().get(TYPES)
                .then()
                .statusCode(200)
                .body("type", contains("art", "apparel", "food", "goods", "org", "services"))
                .body("version", hasItem(1));
    }

    @ParameterizedTest
    @CsvSource({
        "art, mediums, Ceramics",
        "apparel, category, Shoes",
        "food, diningOptions, Food Truck",
        "goods, category, Tailoring/Sewing",
        "org, locationOptions, Social Media",
        "services, serviceType, Walk-in"
    })
    void describesEachByItsWords(String type, String field, String word) {
        given().get(TYPES + "/" + type)
                .then()
                .statusCode(200)
                .contentType(containsString("application/schema+json"))
                .body("'$schema'", is("https://json-schema.org/draft/2020-12/schema"))
                .body("version", is(1))
                .body("additionalProperties", is(false))
                .body("properties.%s.items.enum".formatted(field), hasItem(word))
                .body("properties.igConsent.type", is("boolean"))
                .body("required", hasItem(field))
                .body("required", not(hasItem("backgroundEthnicity")));
    }

    @Test
    void knowsNoOthers() {
        given().get(TYPES + "/venues").then().statusCode(404).body("type", endsWith("no-such-form-type"));
    }
}
