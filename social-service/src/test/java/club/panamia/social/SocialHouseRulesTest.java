package club.panamia.social;

import club.panamia.testing.rules.HouseRules;
import org.junit.jupiter.api.Test;

class SocialHouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("club.panamia.social");
    }
}
