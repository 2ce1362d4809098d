package club.panamia.dev.smoke;

import club.panamia.dev.process.Waiting;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One session, seven services: accepted by all while it lasts, refused by all once it has ended. */
final class SignedInEverywhere {

    /** In each service one page that only a signed-in person gets. */
    private static final Map<String, String> PRIVATE = pages();

    private final Person ana;
    private final Person bob;

    SignedInEverywhere(Person ana, Person bob) {
        this.ana = ana;
        this.bob = bob;
    }

    void playWhileSignedIn(Steps steps) {
        PRIVATE.forEach((service, path) -> steps.step("%s-service accepts the cookie".formatted(service), () -> {
            ana.browser.get(path).status(200);
            new Browser(ana.browser.frontDoor()).get(path).status(401);
        }));
        steps.step("a token for the session is verified by the public keys alone", this::tokenIsGenuine);
        steps.step("another service accepts the token, and refuses a forged one", this::tokenIsAccepted);
    }

    void playSignOut(Steps steps) {
        steps.step("signing out everywhere ends every session of a person", this::signOutEverywhere);
        steps.step("the person signs out", this::signOut);
        PRIVATE.forEach((service, path) -> steps.step(
                "%s-service refuses the old cookie".formatted(service),
                () -> ana.browser.get(path).status(401)));
    }

    private void tokenIsGenuine() {
        var keys = ana.browser.get("/.well-known/jwks.json").status(200).json();
        var claims = Jwt.parse(token()).verifiedBy(keys).claims();
        for (var claim : new String[] {"iss", "aud", "sub", "exp", "sid"}) {
            if (!claims.containsKey(claim)) {
                throw new Unexpected("the token", "a claim " + claim, claims.fieldNames());
            }
        }
        if (keys.encode().contains("\"d\"")) {
            throw new Unexpected("the key set", "public keys only", "a private one");
        }
    }

    private void tokenIsAccepted() {
        var token = token();
        // A service that started before the first key was made asks for it when it meets the token.
        var accepted = Waiting.until(
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                () -> ana.browser
                                .getAsBearer("/api/profiles/me", token)
                                .response()
                                .statusCode()
                        == 200);
        if (!accepted) {
            ana.browser.getAsBearer("/api/profiles/me", token).status(200);
        }
        var signature = token.lastIndexOf('.') + 1;
        var other = token.charAt(signature + 5) == 'A' ? 'B' : 'A';
        var forged = token.substring(0, signature + 5) + other + token.substring(signature + 6);
        ana.browser.getAsBearer("/api/profiles/me", forged).status(401);
    }

    private void signOutEverywhere() {
        var phone = bob.browser.copy();
        bob.signIn();
        phone.get("/api/auth/session").status(200);
        bob.browser.post("/api/auth/sign-out-everywhere").status(204);
        bob.browser.get("/api/auth/session").status(401);
        phone.get("/api/auth/session").status(401);
    }

    private void signOut() {
        ana.browser.post("/api/auth/sign-out").status(204);
    }

    private String token() {
        return ana.browser.post("/api/auth/token", new JsonObject()).status(200).text("token");
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("auth", "/api/auth/session");
        pages.put("profile", "/api/profiles/me");
        pages.put("content", "/api/articles/mine");
        pages.put("social", "/api/social/actors/me");
        pages.put("mentoring", "/api/mentoring/sessions");
        pages.put("engagement", "/api/notifications");
        pages.put("ops", "/api/ops/me");
        return pages;
    }
}
