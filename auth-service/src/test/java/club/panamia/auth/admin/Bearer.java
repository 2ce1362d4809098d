package club.panamia.auth.admin;

import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;

import club.panamia.testing.seed.Person;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/** A program that acts for a person with a token of five minutes. */
final class Bearer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String token;

    private Bearer(String token) {
        this.token = token;
    }

    static Bearer of(Person person) {
        eventually(
                "a signing key is ready",
                PATIENCE,
                () -> as(person).post("/api/auth/token").statusCode() == 200);
        var bearer = new Bearer(as(person).post("/api/auth/token").jsonPath().getString("token"));
        eventually(
                "the public keys are loaded",
                PATIENCE,
                () -> bearer.calls().get("/api/auth/session").statusCode() == 200);
        return bearer;
    }

    RequestSpecification calls() {
        return given().header("Authorization", "Bearer " + token);
    }
}
