package club.panamia.social.signature;

import static club.panamia.social.signature.SignatureProblem.NOT_SIGNED;

import java.time.Instant;

/** What a request says about who sent it. */
public final class Claims {

    /** What we ask of who has not signed (RFC 9421, section 5.1). */
    public static final String WANTED = "sig=(\"@method\" \"@target-uri\" \"content-digest\");created;keyid";

    private Claims() {}

    /**
     * The claim, whose key is still to be held against it; refuses with 401 what is not signed, in too small a part, too long ago
     * or over another body.
     */
    public static Claim of(HttpMessage message, Instant now) {
        var input = message.header("signature-input");
        var signature = message.header("signature");
        if (signature == null) {
            throw NOT_SIGNED.because("Sign the request as RFC 9421 or draft-cavage-http-signatures-12 says.");
        }
        return input == null
                ? CavageSignature.parse(signature).claim(message, now)
                : MessageSignature.parse(input, signature).claim(message, now);
    }
}
