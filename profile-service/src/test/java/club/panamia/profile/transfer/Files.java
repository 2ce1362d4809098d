package club.panamia.profile.transfer;

import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.seed.Person;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;

/** Files of profiles on their way in and out. */
final class Files {

    static final String CSV = "text/csv";
    static final String JSON_LINES = "application/x-ndjson";

    private Files() {}

    static ValidatableResponse bring(Person admin, String id, String type, String file) {
        return as(admin)
                .header("Content-Type", type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put("/api/profiles/imports/" + id)
                .then();
    }

    static ValidatableResponse check(Person admin, String type, String file) {
        return as(admin)
                .header("Content-Type", type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/profiles/imports/spring/check")
                .then();
    }

    static String export(Person admin, String file) {
        var bytes = as(admin)
                .get("/api/profiles/exports/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
