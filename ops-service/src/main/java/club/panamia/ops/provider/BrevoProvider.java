package club.panamia.ops.provider;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.ops.quota.Quotas;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brevo's HTTP interface ({@code POST /smtp/email}, version 3). */
@Singleton
class BrevoProvider implements MailProvider {

    private static final String ACCOUNT = "brevo-account";
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final GuardedHttp http;
    private final ObjectMapper json;
    private final Quotas quotas;
    private final URI url;
    private final URI account;
    private final Optional<String> key;

    BrevoProvider(
            GuardedHttp http,
            ObjectMapper json,
            Quotas quotas,
            @ConfigProperty(name = "pana.brevo.url") String url,
            @ConfigProperty(name = "pana.brevo.api-key") Optional<String> key) {
        this.http = http;
        this.json = json;
        this.quotas = quotas;
        this.url = URI.create(url + "/smtp/email");
        this.account = URI.create(url + "/account");
        this.key = key;
    }

    @Override
    public String name() {
        return "brevo";
    }

    @Override
    public void requireSettings() {
        apiKey();
    }

    @Override
    public Uni<Void> send(Letter letter) {
        var call = GuardedCall.post(url, "application/json", body(letter))
                .header("api-key", apiKey())
                .header("Accept", "application/json")
                .atMost(LONGEST_ANSWER);
        return http.send(call)
                .call(answer -> quotas.learn("brevo-mail", answer).onFailure().recoverWithNull())
                .invoke(BrevoProvider::require)
                .replaceWithVoid();
    }

    /** {@code GET /account}, which is among the calls that Brevo allows few of. */
    @Override
    public Uni<Optional<Long>> credit() {
        var call = GuardedCall.get(account)
                .header("api-key", apiKey())
                .header("Accept", "application/json")
                .atMost(LONGEST_ANSWER);
        return quotas.take(ACCOUNT)
                .chain(() -> http.send(call))
                .call(answer -> quotas.learn(ACCOUNT, answer))
                .map(this::letters)
                .map(Optional::of);
    }

    /** Of all plans that are counted in mails. */
    private long letters(GuardedAnswer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException("Brevo answered %d.".formatted(answer.status()));
        }
        try {
            return StreamSupport.stream(
                            json.readTree(answer.text()).path("plan").spliterator(), false)
                    .filter(plan -> plan.path("creditsType").asText().equals("sendLimit"))
                    .filter(plan -> !plan.path("type").asText().equals("sms"))
                    .mapToLong(plan -> plan.path("credits").asLong())
                    .sum();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Brevo's answer is no JSON.", e);
        }
    }

    private String apiKey() {
        return key.orElseThrow(
                () -> new IllegalStateException("BREVO_API_KEY is missing: MAIL_PROVIDERS names brevo."));
    }

    /** A 400 is about the letter; a 401, 402 (no credit), 429 or 5xx is about us or them. */
    private static void require(GuardedAnswer answer) {
        if (answer.succeeded()) {
            return;
        }
        var said = "Brevo %d: %s".formatted(answer.status(), answer.text());
        throw answer.status() == 400 ? new Undeliverable(said, false) : new IllegalStateException(said);
    }

    private byte[] body(Letter letter) {
        try {
            return json.writeValueAsBytes(fields(letter));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("text cannot fail to become JSON", e);
        }
    }

    private static Map<String, Object> fields(Letter letter) {
        var fields = new HashMap<String, Object>();
        fields.put("sender", sender(letter.from()));
        fields.put("to", List.of(Map.of("email", letter.to())));
        fields.put("subject", letter.subject());
        fields.put("textContent", letter.text());
        fields.put("htmlContent", letter.html());
        fields.put("headers", headers(letter));
        var calendar = letter.calendar();
        if (calendar != null) {
            fields.put("attachment", List.of(Map.of("name", Letter.CALENDAR_FILE, "content", Letter.bytes(calendar))));
        }
        return fields;
    }

    /** Brevo sends a letter with the same key once, within half an hour: longer than the row is lent for. It wants a UUID. */
    private static Map<String, String> headers(Letter letter) {
        var headers = new HashMap<>(letter.headers());
        headers.put(
                "idempotencyKey",
                UUID.nameUUIDFromBytes(letter.id().getBytes(StandardCharsets.UTF_8))
                        .toString());
        return headers;
    }

    private static Map<String, String> sender(String from) {
        var bracket = from.indexOf('<');
        return bracket < 0
                ? Map.of("email", from.strip())
                : Map.of(
                        "name",
                        from.substring(0, bracket).strip(),
                        "email",
                        from.substring(bracket + 1, from.indexOf('>')).strip());
    }
}
