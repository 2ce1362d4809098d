package club.panamia.auth;

import club.panamia.testing.rules.HouseRules;
import org.junit.jupiter.api.Test;

class AuthHouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("club.panamia.auth");
    }
}
