package club.panamia.engagement;

import club.panamia.testing.rules.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EngagementTokenRulesTest {

    @Test
    void refusesTokensThatAreNotWhatTheySeem() {
        TokenRules.check("/api/notifications");
    }
}
