package club.panamia.engagement;

import club.panamia.testing.rules.HouseRules;
import org.junit.jupiter.api.Test;

class EngagementHouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("club.panamia.engagement");
    }
}
