package club.panamia.ops.provider;

import club.panamia.testing.http.HttpStub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Brevo as it answers over HTTP; in trouble unless a test says otherwise. */
public final class Brevo implements QuarkusTestResourceLifecycleManager {

    public static final String WEBHOOK_TOKEN = "the-token-that-the-webhook-was-made-with";

    private static HttpStub stub;
    private static volatile int status = 500;
    private static volatile int before;

    @Override
    public Map<String, String> start() {
        stub = new HttpStub()
                .on(
                        "/smtp/email",
                        exchange -> HttpStub.respond(
                                exchange,
                                status,
                                "application/json",
                                status == 201
                                        ? "{\"messageId\":\"<1@brevo>\"}"
                                        : "{\"code\":\"x\",\"message\":\"no\"}"));
        return Map.of(
                "pana.brevo.url",
                "http://localhost:" + stub.port(),
                "pana.brevo.api-key",
                "key-of-tests",
                "pana.brevo.webhook-token",
                WEBHOOK_TOKEN);
    }

    @Override
    public void stop() {
        stub.close();
    }

    public static void up() {
        answers(201);
    }

    public static void down() {
        answers(500);
    }

    /** From now on, to letters that are counted anew. */
    public static void answers(int with) {
        status = with;
        before = stub.asked().size();
    }

    public static List<JsonPath> sent() {
        return stub.asked().stream()
                .skip(before)
                .map(asked -> new JsonPath(new String(asked.body(), StandardCharsets.UTF_8)))
                .toList();
    }

    static String shownKey() {
        return stub.asked().getLast().headers().get("Api-key").getFirst();
    }
}
