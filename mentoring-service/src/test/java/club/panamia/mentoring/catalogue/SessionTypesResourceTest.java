package club.panamia.mentoring.catalogue;

import static club.panamia.testing.http.Callers.anonymous;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTypesResourceTest {

    @Test
    void tellsEverybodyWhichSessionsAreAlwaysFree() {
        anonymous()
                .get("/api/mentoring/session-types")
                .then()
                .statusCode(200)
                .body("value", contains("artistic", "knowledge_transfer", "panamia_planning", "pana_support"))
                .body("alwaysFree", contains(false, false, true, false));
    }
}
