package club.panamia.social;

import club.panamia.testing.http.SignedTokens;
import club.panamia.testing.rules.TokenRules;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SocialTokenRulesTest {

    @Test
    void refusesTokensThatAreNotWhatTheySeem() {
        var ana = new Seed().person("Ana");

        TokenRules.check("/api/social/actors/me", SignedTokens.ofTests(), ana.id());
    }
}
