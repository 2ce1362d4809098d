package club.panamia.auth.magiclink;

import club.panamia.auth.session.KeyedHash;
import club.panamia.kernel.secret.Tokens;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;

/**
 * The code that belongs to a link. It follows from the link's token and our key, so that the page behind the link can show it
 * again although only its keyed hash is kept; without the key a token tells nothing about its code, nor a code about its token.
 */
@Singleton
public class SignInCodes {

    private static final int CODES = 1_000_000;

    private final KeyedHash hash;

    SignInCodes(KeyedHash hash) {
        this.hash = hash;
    }

    public SignInCode ofToken(String token) {
        var number = ByteBuffer.wrap(hash.bytes("sign-in-code-of", token)).getLong();
        return new SignInCode("%06d".formatted(Long.remainderUnsigned(number, CODES)));
    }

    /** What is kept of it, bound to its link, so that equal codes look different. */
    public String kept(SignInCode code, String tokenHash) {
        return hash.of("sign-in-code", tokenHash + ":" + code.digits());
    }

    /** Whether this is the code of which {@code kept} was kept, in a time that tells nothing. */
    public boolean matches(SignInCode code, String tokenHash, String kept) {
        return Tokens.same(kept(code, tokenHash), kept);
    }
}
