package club.panamia.auth.magiclink;

import static io.restassured.RestAssured.given;

import club.panamia.testing.http.Callers;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** Somebody in front of a browser of their own, which keeps its cookies and says where its forms come from. */
final class Visitor {

    static final String PENDING = "pana.pending-login";
    static final String KNOWN = "pana.known-browser";

    final Map<String, String> cookies = new HashMap<>();
    private String origin = Callers.PUBLIC_URL;

    /** The same on a page of somebody else's. */
    Visitor from(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    /** Another window of the same browser. */
    Visitor sharing(Visitor other) {
        cookies.putAll(other.cookies);
        return this;
    }

    Response ask(String email) {
        return ask(Map.of("email", email, "callbackUrl", "/account"));
    }

    Response ask(Map<String, String> wish) {
        return keep(browser()
                .header("Origin", origin)
                .contentType(ContentType.JSON)
                .body(wish)
                .post("/api/auth/magic-link"));
    }

    Response sendCode(String code) {
        return keep(browser()
                .header("Origin", origin)
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post("/api/auth/magic-link/code"));
    }

    Response open(String path) {
        return keep(browser().urlEncodingEnabled(false).get(path));
    }

    Response openLink(Mailed mail) {
        return keep(browser().queryParam("token", mail.token()).get("/login/confirm"));
    }

    /** Presses the button of the page behind the link. */
    Response confirm(Mailed mail) {
        return submit("/login/confirm", Map.of("token", mail.token()));
    }

    /** "Sign in here instead", where one did not begin. */
    Response confirm(Mailed mail, String email) {
        return submit("/login/confirm", Map.of("token", mail.token(), "email", email));
    }

    Response typeCode(String code) {
        return submit("/login/code", Map.of("code", code));
    }

    Response submit(String path, Map<String, String> fields) {
        return keep(browser()
                .header("Origin", origin)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(fields)
                .post(path));
    }

    RequestSpecification browser() {
        return given().redirects().follow(false).cookies(cookies);
    }

    boolean isSignedIn() {
        return browser().get("/api/auth/session").statusCode() == 200;
    }

    private Response keep(Response answer) {
        answer.getCookies().forEach((name, value) -> {
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        });
        return answer;
    }
}
