package club.panamia.social.signature;

import static club.panamia.social.signature.SignatureProblem.NOT_SIGNED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A signature as RFC 9421 writes it.
 *
 * @param covered what is signed, in this order
 * @param params the signature's parameters and what they belong to, as they were sent: they are signed themselves
 */
record MessageSignature(List<String> covered, Map<String, String> parameters, String params, byte[] signature) {

    /** One signature: several would leave open which of them counts. */
    static MessageSignature parse(String input, String header) {
        var text = new HeaderText(input);
        var label = text.name();
        text.expect('=');
        var params = text.rest();
        var covered = covered(text);
        var parameters = parameters(text);
        return new MessageSignature(covered, parameters, params, signature(label, header));
    }

    private static List<String> covered(HeaderText text) {
        var covered = new ArrayList<String>();
        text.expect('(');
        while (!text.ended() && !text.startsWith(')')) {
            var component = text.quoted();
            if (text.startsWith(';') || covered.contains(component)) {
                throw NOT_SIGNED.because("The signature covers what is not understood: %s.".formatted(component));
            }
            covered.add(component);
        }
        text.expect(')');
        return covered;
    }

    private static Map<String, String> parameters(HeaderText text) {
        var parameters = new HashMap<String, String>();
        while (!text.ended()) {
            text.expect(';');
            var name = text.name();
            text.expect('=');
            parameters.put(name, text.value());
        }
        return parameters;
    }

    private static byte[] signature(String label, String header) {
        var text = new HeaderText(header);
        if (!text.name().equals(label)) {
            throw HeaderText.malformed();
        }
        text.expect('=');
        var bytes = Base64Text.decode(text.binary());
        if (!text.ended()) {
            throw HeaderText.malformed();
        }
        return bytes;
    }

    /** Refuses what is signed for another request, too late, or in too small a part. */
    Claim claim(HttpMessage message, Instant now) {
        var fresh = new Freshness(now);
        var keyId = parameters.get("keyid");
        var created = parameters.get("created");
        if (keyId == null || created == null) {
            throw NOT_SIGNED.because("The signature must say its key and when it was made.");
        }
        require("@method");
        if (!covered.contains("@target-uri")) {
            require("@authority");
            require(covered.contains("@request-target") ? "@request-target" : "@path");
        }
        fresh.ofCreated(created);
        fresh.ofExpires(parameters.get("expires"));
        if (message.hasBody()) {
            require("content-digest");
            Digests.check(message.header("content-digest"), message.body());
        }
        return new Claim(Form.RFC9421, keyId, base(message), signature);
    }

    private void require(String component) {
        if (!covered.contains(component)) {
            throw NOT_SIGNED.because("The signature must cover %s.".formatted(component));
        }
    }

    /** The signature base (section 2.5). */
    byte[] base(HttpMessage message) {
        var base = new StringBuilder();
        for (var component : covered) {
            base.append('"')
                    .append(component)
                    .append("\": ")
                    .append(value(message, component))
                    .append('\n');
        }
        return base.append("\"@signature-params\": ").append(params).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String value(HttpMessage message, String component) {
        var value = switch (component) {
            case "@method" -> message.method();
            case "@target-uri" -> message.uri().toString();
            case "@authority" -> message.authority();
            case "@scheme" -> message.uri().getScheme();
            case "@request-target" -> message.resource();
            case "@path" -> message.path();
            case "@query" -> message.query();
            default -> component.startsWith("@") ? null : message.header(component);
        };
        if (value == null) {
            throw NOT_SIGNED.because("The signature covers what is not there: %s.".formatted(component));
        }
        return value;
    }
}
