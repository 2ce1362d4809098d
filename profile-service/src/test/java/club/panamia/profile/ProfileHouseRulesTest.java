package club.panamia.profile;

import club.panamia.testing.rules.HouseRules;
import org.junit.jupiter.api.Test;

class ProfileHouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("club.panamia.profile");
    }
}
