package club.panamia.dev.smoke;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One person in front of one browser: talks to the front door, keeps its cookies, is on our own pages. */
final class Browser {

    private static final String COOKIE = "authjs.session-token";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String frontDoor;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(String frontDoor) {
        this.frontDoor = frontDoor;
    }

    String frontDoor() {
        return frontDoor;
    }

    Answer get(String path) {
        return send("GET", path, Optional.empty(), Map.of());
    }

    /** As an element of a page asks for its picture. */
    Answer getPicture(String path) {
        return send("GET", path, Optional.empty(), Map.of("Accept", "image/*"));
    }

    /** As a calendar asks for what it has subscribed to. */
    Answer getCalendar(String path) {
        return send("GET", path, Optional.empty(), Map.of("Accept", "text/calendar"));
    }

    Answer post(String path, JsonObject body) {
        return send("POST", path, Optional.of(body.encode()), Map.of("Content-Type", "application/json"));
    }

    Answer post(String path) {
        return send("POST", path, Optional.empty(), Map.of());
    }

    Answer put(String path, JsonObject body) {
        return send("PUT", path, Optional.of(body.encode()), Map.of("Content-Type", "application/json"));
    }

    /** As a form sends a file, but for the form: the body is the picture. */
    Answer putPicture(String path, String etag, byte[] picture) {
        return send(
                "PUT",
                path,
                BodyPublishers.ofByteArray(picture),
                Map.of("Content-Type", "image/png", "If-Match", etag));
    }

    /** A file, as it is. */
    Answer postPicture(String path, byte[] picture) {
        return send("POST", path, BodyPublishers.ofByteArray(picture), Map.of("Content-Type", "image/png"));
    }

    Answer put(String path) {
        return send("PUT", path, Optional.empty(), Map.of());
    }

    Answer delete(String path) {
        return send("DELETE", path, Optional.empty(), Map.of());
    }

    Answer patch(String path, String etag, JsonObject body) {
        return send(
                "PATCH",
                path,
                Optional.of(body.encode()),
                Map.of("Content-Type", "application/merge-patch+json", "If-Match", etag));
    }

    /** As a browser sends a form. */
    Answer submit(String path, Map<String, String> fields) {
        return send(
                "POST", path, Optional.of(form(fields)), Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** Without the cookie, as a program that holds a token. */
    Answer getAsBearer(String path, String token) {
        return new Browser(frontDoor).send("GET", path, Optional.empty(), Map.of("Authorization", "Bearer " + token));
    }

    /** The session token that the cookie holds. */
    String session() {
        return Optional.ofNullable(cookies.get(COOKIE))
                .orElseThrow(() -> new Unexpected("the browser", "a session cookie", "none"));
    }

    /** The same session in a second browser, as if the cookies had been copied. */
    Browser copy() {
        var copy = new Browser(frontDoor);
        copy.cookies.putAll(cookies);
        return copy;
    }

    private Answer send(String method, String path, Optional<String> body, Map<String, String> headers) {
        return send(method, path, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody), headers);
    }

    /** Told to drop a cookie, this browser keeps showing it: what has ended must be refused all the same. */
    private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(frontDoor + path))
                .timeout(Duration.ofSeconds(20))
                .header("Origin", frontDoor)
                .header("Accept", "application/json, text/html;q=0.9");
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.header("Cookie", shown());
        }
        request.method(method, body);
        try {
            var answer = new Answer(
                    method + " " + withoutSecrets(path), http.send(request.build(), BodyHandlers.ofString()));
            keepCookies(answer);
            return answer;
        } catch (IOException e) {
            throw new Unexpected(method + " " + path, "an answer", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected(method + " " + path, "an answer", "an interruption");
        }
    }

    private String shown() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keepCookies(Answer answer) {
        for (var cookie : answer.response().headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair.length == 2 && !pair[1].isEmpty()) {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    private static String withoutSecrets(String path) {
        return path.replaceAll("token=[^&]*", "token=…");
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
