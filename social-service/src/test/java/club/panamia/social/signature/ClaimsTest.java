package club.panamia.social.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-06T09:08:07Z");
    private static final String KEY_ID = "https://peer.example/users/a_b~c%40d?x=1,2&y=@z!#main-key";
    private static final URI INBOX = URI.create("https://pana.example/ap/inbox?a=b");
    private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
    private static final KeyPair KEYS = keys();

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpMessage message(String method, byte[] body) {
        return new HttpMessage(method, INBOX, MultiMap.caseInsensitiveMultiMap(), body);
    }

    private static HttpMessage signed(Form form, String method, byte[] body, Instant at) {
        var message = message(method, body);
        SignMessage.by(new SigningKey(KEY_ID, KEYS.getPrivate()), form, message, at)
                .forEach(message.headers()::set);
        return message;
    }

    /** The same request with one header as it was changed on its way. */
    private static HttpMessage changed(HttpMessage message, String header, UnaryOperator<String> change) {
        message.headers().set(header, change.apply(message.headers().get(header)));
        return message;
    }

    private static void refused(HttpMessage message, String words) {
        assertThatThrownBy(() -> Claims.of(message, NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(words)
                .satisfies(problem ->
                        assertThat(((Problem) problem).type().kind().status()).isEqualTo(401));
    }

    @ParameterizedTest
    @CsvSource({"CAVAGE,POST", "CAVAGE,GET", "RFC9421,POST", "RFC9421,GET"})
    void believeWhatWeSignOurselves(Form form, String method) {
        var body = method.equals("GET") ? new byte[0] : BODY;

        var claim = Claims.of(signed(form, method, body, NOW), NOW);

        assertThat(claim.form()).isEqualTo(form);
        assertThat(claim.keyId()).isEqualTo(KEY_ID);
        assertThat(claim.isMadeBy(KEYS.getPublic())).isTrue();
        assertThat(claim.isMadeBy(keys().getPublic())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void refuseAnotherBody(Form form) {
        var message = signed(form, "POST", BODY, NOW);

        refused(
                new HttpMessage("POST", INBOX, message.headers(), "{}".getBytes(StandardCharsets.UTF_8)),
                "another body");
    }

    @ParameterizedTest
    @CsvSource({
        "https://pana.example/ap/other?a=b",
        "https://pana.example/ap/inbox",
        "https://other.example/ap/inbox?a=b"
    })
    void areNotMadeForAnotherRequest(URI uri) {
        for (var form : Form.values()) {
            var message = signed(form, "POST", BODY, NOW);

            var claim = Claims.of(new HttpMessage("POST", uri, message.headers(), BODY), NOW);

            assertThat(claim.isMadeBy(KEYS.getPublic())).as(form.label()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void areBelievedForAnHourAroundTheirMaking(Form form) {
        var hour = Duration.ofHours(1);

        assertThat(Claims.of(signed(form, "POST", BODY, NOW.minus(hour)), NOW).keyId())
                .isEqualTo(KEY_ID);
        assertThat(Claims.of(signed(form, "POST", BODY, NOW.plus(hour)), NOW).keyId())
                .isEqualTo(KEY_ID);
        refused(signed(form, "POST", BODY, NOW.minus(hour).minusSeconds(1)), "within the hour");
        refused(signed(form, "POST", BODY, NOW.plus(hour).plusSeconds(1)), "within the hour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(request-target)", "host", "date", "digest"})
    void ofTheDraftMustCoverWhatMatters(String component) {
        var message = changed(
                signed(Form.CAVAGE, "POST", BODY, NOW),
                "signature",
                signature -> signature.replaceFirst(" ?" + java.util.regex.Pattern.quote(component), ""));

        refused(message, "must cover " + component);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@method", "@target-uri", "content-digest"})
    void ofTheRfcMustCoverWhatMatters(String component) {
        var message = changed(
                signed(Form.RFC9421, "POST", BODY, NOW),
                "signature-input",
                input -> input.replaceFirst(" ?\"" + component + "\"", ""));

        refused(message, "must cover");
    }

    @Test
    void ofTheDraftMaySayWhenTheyWereMadeWithoutADate() {
        var message = message("POST", BODY);
        message.headers().set("digest", Digests.cavage(BODY));
        message.headers()
                .set(
                        "signature",
                        "keyId = \"%s\" , algorithm=hs2019, created=%d ,headers=\"(request-target) (created) host digest\","
                                        .formatted(KEY_ID, NOW.getEpochSecond())
                                + "expires=%d,signature=\"eHg=\"".formatted(NOW.getEpochSecond() + 60));

        assertThat(Claims.of(message, NOW).keyId()).isEqualTo(KEY_ID);
        refused(changed(message, "signature", text -> text.replaceFirst("expires=\\d+", "expires=1")), "has expired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "keyId=\"a\"",
                "keyId=\"a",
                "keyId=\"a\",keyId=\"b\",signature=\"eHg=\"",
                "keyId=\"a\",headers=\"date\",signature=\"***\"",
                "keyId=\"a\",,signature=\"eHg=\"",
                "keyId=\"a\\",
                "=,=,=",
                "keyId=\"a\",created=never,headers=\"(request-target) host (created) digest\",signature=\"eHg=\""
            })
    void thatCannotBeReadAreRefused(String signature) {
        var message = message("POST", BODY);
        message.headers().set("signature", signature);

        refused(message, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sig",
                "sig=",
                "sig=(",
                "sig=(\"@method\"",
                "sig=(@method);created=1;keyid=\"a\"",
                "sig=(\"@method\" \"@method\");created=1;keyid=\"a\"",
                "sig=(\"@query-param\";name=\"a\");created=1;keyid=\"a\"",
                "sig=(\"@method\");created=1;keyid=\"a\", other=(\"@method\");created=1;keyid=\"a\"",
                "other=(\"@method\");created=1;keyid=\"a\"",
                "sig=(\"@method\" \"@target-uri\" \"content-digest\")",
                "sig=(\"@method\" \"@target-uri\" \"content-digest\");keyid=\"a\"",
                "sig=(\"@method\" \"@target-uri\" \"content-digest\" \"@status\");created=1793956087;keyid=\"a\""
            })
    void ofTheRfcThatCannotBeReadAreRefused(String input) {
        var message = signed(Form.RFC9421, "POST", BODY, NOW);

        refused(changed(message, "signature-input", ignored -> input), "");
    }

    @Test
    void withoutASignatureThereIsNone() {
        refused(message("POST", BODY), "Sign the request");
    }
}
