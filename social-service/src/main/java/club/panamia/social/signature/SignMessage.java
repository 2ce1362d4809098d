package club.panamia.social.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Signs our requests; an RSA signature takes about a millisecond, so that many of them belong on a worker thread. */
public final class SignMessage {

    /** Always with two digits for the day, as HTTP has it. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private SignMessage() {}

    /** The headers to send beside those that the message has. */
    public static Map<String, String> by(SigningKey key, Form form, HttpMessage message, Instant now) {
        return switch (form) {
            case CAVAGE -> cavage(key, message, now);
            case RFC9421 -> rfc9421(key, message, now);
        };
    }

    private static Map<String, String> cavage(SigningKey key, HttpMessage message, Instant now) {
        message.headers().set("date", HTTP_DATE.format(now));
        var covered = "(request-target) host date";
        if (message.hasBody()) {
            message.headers().set("digest", Digests.cavage(message.body()));
            covered = covered + " digest";
        }
        var unsigned = new CavageSignature(key.id(), Arrays.asList(covered.split(" ")), new byte[0], null, null);
        var signature = "keyId=\"%s\",algorithm=\"rsa-sha256\",headers=\"%s\",signature=\"%s\""
                .formatted(key.id(), covered, sign(key.key(), unsigned.base(message)));
        return sent(message, "date", "digest", signature);
    }

    private static Map<String, String> rfc9421(SigningKey key, HttpMessage message, Instant now) {
        var covered = List.of("@method", "@target-uri");
        if (message.hasBody()) {
            message.headers().set("content-digest", Digests.rfc9530(message.body()));
            covered = List.of("@method", "@target-uri", "content-digest");
        }
        var params = "(\"%s\");created=%d;keyid=\"%s\";alg=\"rsa-v1_5-sha256\""
                .formatted(String.join("\" \"", covered), now.getEpochSecond(), key.id());
        var unsigned = new MessageSignature(covered, Map.of(), params, new byte[0]);
        message.headers().set("signature-input", "sig=" + params);
        return sent(
                message, "content-digest", "signature-input", "sig=:" + sign(key.key(), unsigned.base(message)) + ":");
    }

    private static Map<String, String> sent(HttpMessage message, String one, String other, String signature) {
        var headers = new HashMap<String, String>();
        for (var name : List.of(one, other)) {
            var value = message.headers().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        headers.put("signature", signature);
        return headers;
    }

    private static String sign(PrivateKey key, byte[] base) {
        try {
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key);
            signer.update(base);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }
}
