package club.panamia.mentoring;

import club.panamia.testing.rules.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MentoringTokenRulesTest {

    @Test
    void refusesTokensThatAreNotWhatTheySeem() {
        TokenRules.check("/api/mentoring/sessions");
    }
}
