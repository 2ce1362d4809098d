package club.panamia.auth.token;

import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;

import club.panamia.testing.seed.Seed;
import java.time.Duration;

/** The signing keys come a moment after the start, and the public ones a moment after them. */
public final class ReadyKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ReadyKeys() {}

    public static void await() {
        eventually(
                "a signing key is published",
                PATIENCE,
                () -> !anonymous()
                        .get("/.well-known/jwks.json")
                        .jsonPath()
                        .getList("keys")
                        .isEmpty());
    }

    /** Until this service verifies what it signs. */
    public static void awaitVerifiedBearers() {
        var person = new Seed().person("Vera");
        var token = as(person).post("/api/auth/token").jsonPath().getString("token");
        eventually(
                "the public keys are loaded",
                PATIENCE,
                () -> given().header("Authorization", "Bearer " + token)
                                .get("/api/users/me")
                                .statusCode()
                        == 200);
    }
}
