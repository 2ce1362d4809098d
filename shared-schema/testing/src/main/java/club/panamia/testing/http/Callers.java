package club.panamia.testing.http;

import static io.restassured.RestAssured.given;

import club.panamia.testing.seed.Person;
import io.restassured.specification.RequestSpecification;

/** Who is calling. */
public final class Callers {

    /** The public address that services under test believe in; also the only allowed origin. */
    public static final String PUBLIC_URL = "http://localhost:8080";

    /** The session cookie's name where the public address is plain http. */
    public static final String COOKIE = "authjs.session-token";

    private Callers() {}

    /** A browser in which {@code person} is signed in, on a page of ours. */
    public static RequestSpecification as(Person person) {
        return withToken(person.sessionToken());
    }

    /** A browser that shows this session token. */
    public static RequestSpecification withToken(String token) {
        return given().cookie(COOKIE, token).header("Origin", PUBLIC_URL);
    }

    /** A browser in which nobody is signed in, on a page of ours. */
    public static RequestSpecification anonymous() {
        return given().header("Origin", PUBLIC_URL);
    }
}
