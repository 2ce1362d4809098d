package club.panamia.ops.emailchange;

import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;

/** What people do about their address. */
final class Asked {

    static final String PATH = "/api/email-migrations";

    private static final Sql SQL = TestDatabase.get().sql();

    private Asked() {}

    static Response by(Person person, String newEmail) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("newEmail", newEmail, "locale", "es"))
                .post(PATH);
    }

    static Response prove(String token) {
        return press(ProofResource.PATH, token);
    }

    static Response undo(String token) {
        return press(UndoResource.PATH, token);
    }

    private static Response press(String path, String token) {
        return given().contentType(ContentType.URLENC).formParam("token", token).post(path);
    }

    static String address(Person person) {
        return SQL.one(String.class, "SELECT email FROM users WHERE id = ?", person.id());
    }

    static long sessions(Person person) {
        return SQL.one(Long.class, "SELECT count(*) FROM sessions WHERE user_id = ?", person.id());
    }
}
