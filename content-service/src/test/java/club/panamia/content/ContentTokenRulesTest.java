package club.panamia.content;

import club.panamia.testing.rules.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContentTokenRulesTest {

    @Test
    void refusesTokensThatAreNotWhatTheySeem() {
        TokenRules.check("/api/articles/mine");
    }
}
