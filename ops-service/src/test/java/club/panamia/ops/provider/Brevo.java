package club.panamia.ops.provider;

import club.panamia.testing.http.HttpStub;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Brevo as it answers over HTTP; in trouble unless a test says otherwise. */
public final class Brevo implements QuarkusTestResourceLifecycleManager {

    public static final String WEBHOOK_TOKEN = "the-token-that-the-webhook-was-made-with";

    private static HttpStub stub;
    private static volatile int status = 500;
    private static volatile long credit = 1000;
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
                                        : "{\"code\":\"x\",\"message\":\"no\"}"))
                .on("/account", Brevo::tellCredit);
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

    /** As its account tells: mails, and text messages, which do not count. */
    public static void hasCredit(long letters) {
        credit = letters;
    }

    private static void tellCredit(HttpExchange exchange) throws IOException {
        var limits = exchange.getResponseHeaders();
        limits.set("x-sib-ratelimit-limit", "100");
        limits.set("x-sib-ratelimit-remaining", "90");
        limits.set("x-sib-ratelimit-reset", "3600");
        HttpStub.respond(exchange, status == 201 ? 200 : status, "application/json", """
                {"plan": [{"type": "free", "creditsType": "sendLimit", "credits": %d},
                          {"type": "sms", "creditsType": "sendLimit", "credits": 7}]}
                """.formatted(credit));
    }

    /** From now on, to letters that are counted anew. */
    public static void answers(int with) {
        status = with;
        before = stub.asked().size();
    }

    public static List<JsonPath> sent() {
        return stub.asked().stream()
                .skip(before)
                .filter(asked -> asked.path().equals("/smtp/email"))
                .map(asked -> new JsonPath(new String(asked.body(), StandardCharsets.UTF_8)))
                .toList();
    }

    static String shownKey() {
        return stub.asked().getLast().headers().get("Api-key").getFirst();
    }
}
