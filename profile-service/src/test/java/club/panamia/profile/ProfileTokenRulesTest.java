package club.panamia.profile;

import club.panamia.testing.rules.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileTokenRulesTest {

    @Test
    void refusesTokensThatAreNotWhatTheySeem() {
        TokenRules.check("/api/profiles/me");
    }
}
