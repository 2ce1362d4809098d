package club.panamia.social.signature;

import static club.panamia.social.signature.SignatureProblem.NOT_SIGNED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signature as draft-cavage-http-signatures-12 writes it.
 *
 * @param covered what is signed, in small letters and in this order
 */
record CavageSignature(
        String keyId,
        List<String> covered,
        byte[] signature,
        @Nullable String created,
        @Nullable String expires) {

    private static final String TARGET = "(request-target)";
    private static final String CREATED = "(created)";
    private static final String EXPIRES = "(expires)";

    static CavageSignature parse(String header) {
        var members = members(new HeaderText(header));
        var covered = members.getOrDefault("headers", CREATED).toLowerCase(Locale.ROOT);
        return new CavageSignature(
                required(members, "keyId"),
                Arrays.asList(covered.strip().split(" +")),
                Base64Text.decode(required(members, "signature")),
                members.get("created"),
                members.get("expires"));
    }

    private static Map<String, String> members(HeaderText text) {
        var members = new HashMap<String, String>();
        while (true) {
            var name = text.name();
            text.expect('=');
            if (members.put(name, text.value()) != null) {
                throw HeaderText.malformed();
            }
            if (text.ended()) {
                return members;
            }
            text.expect(',');
        }
    }

    private static String required(Map<String, String> members, String name) {
        var value = members.get(name);
        if (value == null || value.isEmpty()) {
            throw HeaderText.malformed();
        }
        return value;
    }

    /** Refuses what is signed for another request, too late, or in too small a part. */
    Claim claim(HttpMessage message, Instant now) {
        var fresh = new Freshness(now);
        require(TARGET);
        require("host");
        if (!covered.contains(CREATED)) {
            require("date");
        }
        if (covered.contains("date")) {
            fresh.ofDate(value(message, "date"));
        }
        if (covered.contains(CREATED)) {
            fresh.ofCreated(value(message, CREATED));
        }
        fresh.ofExpires(expires);
        if (message.hasBody()) {
            require("digest");
            Digests.check(message.header("digest"), message.body());
        }
        return new Claim(Form.CAVAGE, keyId, base(message), signature);
    }

    private void require(String component) {
        if (!covered.contains(component)) {
            throw NOT_SIGNED.because("The signature must cover %s.".formatted(component));
        }
    }

    /** The signing string (section 2.3). */
    byte[] base(HttpMessage message) {
        var lines = covered.stream().map(name -> name + ": " + value(message, name));
        return String.join("\n", lines.toList()).getBytes(StandardCharsets.UTF_8);
    }

    private String value(HttpMessage message, String name) {
        var value = switch (name) {
            case TARGET -> message.method().toLowerCase(Locale.ROOT) + " " + message.resource();
            case CREATED -> created;
            case EXPIRES -> expires;
            default -> message.header(name);
        };
        if (value == null) {
            throw NOT_SIGNED.because("The signature covers what is not there: %s.".formatted(name));
        }
        return value;
    }
}
