package club.panamia.auth.token;

import club.panamia.testing.http.SignedTokens;
import club.panamia.testing.rules.TokenRules;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AuthTokenRulesTest {

    @Inject
    SigningKeys keys;

    /** auth-service verifies by its own keys, so the forger needs one of these. */
    @Test
    void refusesTokensThatAreNotWhatTheySeem() {
        ReadyKeys.await();
        var key = keys.current();

        TokenRules.check(
                "/api/users/me",
                new SignedTokens(key.pair(), key.id()),
                new Seed().person("Ana").id());
    }
}
