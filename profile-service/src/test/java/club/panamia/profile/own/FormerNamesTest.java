package club.panamia.profile.own;

import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.profile.Walk;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FormerNamesTest {

    private final Seed seed = new Seed();

    @Test
    void areUnderstoodInADraftAndAnsweredAsTodays() {
        var ana = seed.person("Ana");

        Walk.create(
                        ana,
                        Map.of(
                                "name", "Ana",
                                "phone_number", "305 555 0100",
                                "descriptions", Map.of("five_words", "Clay and tiles"),
                                "gentedepana", Map.of("discount_code", "PANA10"),
                                "primary_address",
                                        Map.of(
                                                "street1", "8 Calle Ocho",
                                                "city", "Miami",
                                                "state", "FL",
                                                "zipcode", "33135")))
                .statusCode(201)
                .body("phoneNumber", is("305 555 0100"))
                .body("descriptions.fiveWords", is("Clay and tiles"))
                .body("gentedepana.code", is("PANA10"))
                .body(
                        "address",
                        is(Map.of(
                                "line1", "8 Calle Ocho", "locality", "Miami", "region", "FL", "postalCode", "33135")));
    }

    @Test
    void clearAndKeepInAPatchWhatTodaysWould() {
        var ana = seed.person("Ana");
        Walk.create(ana, Map.of("name", "Ana", "address", Map.of("line1", "8 Calle Ocho", "locality", "Miami")));

        Walk.change(ana, "\"0\"", """
                        {"primary_address": {"street1": null, "zipcode": "33135"}, "descriptions": {"five_words": "Clay"}}
                        """)
                .statusCode(200)
                .body("address", is(Map.of("locality", "Miami", "postalCode", "33135")))
                .body("descriptions.fiveWords", is("Clay"));
        Walk.change(ana, "\"1\"", "{\"address\": {\"city\": \"Hialeah\", \"locality\": \"Doral\"}}")
                .statusCode(200)
                .body("address.locality", is("Doral"));
    }

    @Test
    void areRefusedWhereTheyNeverWere() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        Walk.change(ana, "\"0\"", "{\"address\": {\"five_words\": \"x\"}}")
                .statusCode(422)
                .body("errors.path", hasItem("/address/five_words"));
        Walk.change(ana, "\"0\"", "{\"street1\": \"x\"}").statusCode(422).body("errors.path", hasItem("/street1"));
    }

    @Test
    void standBesideFurtherPlaces() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        Walk.change(ana, "\"0\"", """
                        {"locations": [{"name": "Stall", "city": "Doral", "lat": 25.82, "lng": -80.350, "hours": "Saturdays"}]}
                        """)
                .statusCode(200)
                .body("locations.locality", contains("Doral"))
                .body("locations[0].lng", is(-80.35f));
        Walk.change(ana, "\"1\"", "{\"pronouns\": \"ella\"}").body("locations.name", contains("Stall"));
        Walk.change(ana, "\"2\"", "{\"locations\": null}").statusCode(200).body("locations", is(java.util.List.of()));
        as(ana).get("/api/profiles/me")
                .then()
                .body("$", not(hasKey("primary_address")))
                .body("address", nullValue());
    }
}
