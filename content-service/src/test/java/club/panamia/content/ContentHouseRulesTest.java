package club.panamia.content;

import club.panamia.testing.rules.HouseRules;
import org.junit.jupiter.api.Test;

class ContentHouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("club.panamia.content");
    }
}
