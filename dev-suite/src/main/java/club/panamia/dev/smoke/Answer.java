package club.panamia.dev.smoke;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the suite answered to one request, with the checks that a step makes on it. */
record Answer(String request, HttpResponse<String> response) {

    Answer status(int expected) {
        if (response.statusCode() != expected) {
            throw new Unexpected(request, "status " + expected, "status " + response.statusCode() + " " + excerpt());
        }
        return this;
    }

    Answer contains(String expected) {
        if (!response.body().contains(expected)) {
            throw new Unexpected(request, "a body with '" + expected + "'", excerpt());
        }
        return this;
    }

    /** Refuses an answer whose JSON object has another value there. */
    Answer has(String field, @Nullable Object expected) {
        var got = json().getValue(field);
        if (!Objects.equals(expected, got)) {
            throw new Unexpected(request, field + " = " + expected, field + " = " + got);
        }
        return this;
    }

    JsonObject json() {
        try {
            return new JsonObject(response.body());
        } catch (DecodeException e) {
            throw new Unexpected(request, "a JSON object", excerpt());
        }
    }

    JsonArray array() {
        try {
            return new JsonArray(response.body());
        } catch (DecodeException e) {
            throw new Unexpected(request, "a JSON array", excerpt());
        }
    }

    String text(String field) {
        if (json().getValue(field) instanceof String value) {
            return value;
        }
        throw new Unexpected(request, "a text in " + field, excerpt());
    }

    String header(String name) {
        return response.headers()
                .firstValue(name)
                .orElseThrow(() -> new Unexpected(
                        request, "a header " + name, response.headers().map().keySet()));
    }

    private String excerpt() {
        var body = response.body().strip();
        return body.length() <= 600 ? body : body.substring(0, 600) + " …";
    }
}
