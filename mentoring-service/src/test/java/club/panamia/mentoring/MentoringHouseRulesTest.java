package club.panamia.mentoring;

import club.panamia.testing.rules.HouseRules;
import org.junit.jupiter.api.Test;

class MentoringHouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("club.panamia.mentoring");
    }
}
