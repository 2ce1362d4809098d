package club.panamia.social.post;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.database.Traces;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where something is said. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class LocationTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void person() {
        ana = joined("Ana");
    }

    @Test
    void isToldInGeneralUnlessSomebodyWantsItExactly() {
        var id = said(Map.of("latitude", 25.761681, "longitude", -80.191788, "name", "Little Havana"));

        anonymous()
                .get("/api/social/statuses/" + id)
                .then()
                .body("location.name", is("Little Havana"))
                .body("location.precision", is("general"))
                .body("location.latitude", is(25.7625f));
        assertThat(Traces.of("25.761681")).isEmpty();
        assertThat(Traces.of("80.191788")).isEmpty();
        document(id).body("location.type", is("Place")).body("location", not(hasKey("precision")));
    }

    @Test
    void canBeExactOrANameOnly() {
        var exact = said(Map.of("latitude", 25.761681, "longitude", -80.191788, "precision", "precise"));
        var named = said(Map.of("name", "Wynwood"));

        document(exact).body("location.latitude", is(25.761681f)).body("location.longitude", is(-80.191788f));
        document(named).body("location.name", is("Wynwood")).body("location", not(hasKey("latitude")));
    }

    @Test
    void isRefusedWhereNobodyKnowsWhatItIs() {
        refuses("/location/latitude", Map.of("latitude", 90.1, "longitude", 0));
        refuses("/location/longitude", Map.of("latitude", 0, "longitude", -180.5));
        refuses("/location/longitude", Map.of("latitude", 25));
        refuses("/location/latitude", Map.of("longitude", 25, "name", "Here"));
        refuses("/location/name", Map.of());
        refuses("/location/name", Map.of("name", "   "));
        refuses("/location/name", Map.of("name", "a".repeat(101)));
        post(ana, with(Map.of("name", "Here", "precision", "exact"))).statusCode(422);
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).isEmpty();
    }

    private void refuses(String place, Map<String, Object> location) {
        post(ana, with(location)).statusCode(422).body("errors[0].path", is(place));
    }

    private String said(Map<String, Object> location) {
        return post(ana, with(location)).statusCode(201).extract().jsonPath().getString("id");
    }

    private static ValidatableResponse document(String id) {
        return anonymous()
                .accept("application/activity+json")
                .get("/ap/statuses/" + id)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> with(Map<String, Object> location) {
        var draft = new HashMap<>(draft("Hola", "public"));
        draft.put("location", location);
        return draft;
    }
}
