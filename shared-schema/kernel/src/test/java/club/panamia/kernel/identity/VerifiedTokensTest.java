package club.panamia.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Key key = new SecretKeySpec(new byte[] {1}, "none");
    private final Set<Key> published = new HashSet<>(Set.of(key));
    private final VerifiedTokens tokens = new VerifiedTokens(Clock.fixed(NOW, ZoneOffset.UTC), published::contains);

    @Test
    void knowWhatWasVerified() {
        var ana = QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        tokens.keep("ana", ana, NOW.plusSeconds(1).getEpochSecond(), key);

        assertThat(tokens.find("ana")).contains(ana);
        assertThat(tokens.find("an")).isEmpty();
    }

    @Test
    void knowNoneThatHasExpired() {
        keep("ana", NOW);

        assertThat(tokens.find("ana")).isEmpty();
    }

    @Test
    void knowNoneWhoseKeyIsPublishedNoMore() {
        keep("ana", NOW.plusSeconds(300));
        published.clear();

        assertThat(tokens.find("ana")).isEmpty();
    }

    @Test
    void forgetTheOldestOfTooMany() {
        for (var i = 0; i <= VerifiedTokens.MOST; i++) {
            keep("token " + i, NOW.plusSeconds(300));
        }

        assertThat(tokens.find("token 0")).isEmpty();
        assertThat(tokens.find("token 1")).isPresent();
        assertThat(tokens.find("token " + VerifiedTokens.MOST)).isPresent();
    }

    private void keep(String token, Instant expires) {
        var somebody = QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        tokens.keep(token, somebody, expires.getEpochSecond(), key);
    }
}
