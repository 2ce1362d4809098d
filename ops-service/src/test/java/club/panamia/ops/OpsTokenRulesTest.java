package club.panamia.ops;

import club.panamia.testing.rules.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpsTokenRulesTest {

    @Test
    void refusesTokensThatAreNotWhatTheySeem() {
        TokenRules.check("/api/ops/me");
    }
}
