package club.panamia.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Key key = new SecretKeySpec(new byte[] {1}, "none");
    private final Set<Key> published = new HashSet<>(Set.of(key));
    private final VerifiedTokens tokens = new VerifiedTokens(Clock.fixed(NOW, ZoneOffset.UTC), published::contains);

    @Test
    void knowWhatWasVerified() {
        var ana = principal(NOW.plusSeconds(1));
        tokens.keep("ana", ana, key);

        assertThat(tokens.find("ana")).contains(ana);
        assertThat(tokens.find("an")).isEmpty();
    }

    @Test
    void knowNoneThatHasExpired() {
        tokens.keep("ana", principal(NOW), key);

        assertThat(tokens.find("ana")).isEmpty();
    }

    @Test
    void knowNoneWhoseKeyIsPublishedNoMore() {
        tokens.keep("ana", principal(NOW.plusSeconds(300)), key);
        published.clear();

        assertThat(tokens.find("ana")).isEmpty();
    }

    @Test
    void forgetTheOldestOfTooMany() {
        var life = principal(NOW.plusSeconds(300));
        for (var i = 0; i <= VerifiedTokens.MOST; i++) {
            tokens.keep("token " + i, life, key);
        }

        assertThat(tokens.find("token 0")).isEmpty();
        assertThat(tokens.find("token 1")).isPresent();
        assertThat(tokens.find("token " + VerifiedTokens.MOST)).isPresent();
    }

    private static JWTCallerPrincipal principal(Instant expires) {
        var claims = new JwtClaims();
        claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        return new DefaultJWTCallerPrincipal(claims);
    }
}
