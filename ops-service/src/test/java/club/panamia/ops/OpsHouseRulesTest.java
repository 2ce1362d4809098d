package club.panamia.ops;

import club.panamia.testing.rules.HouseRules;
import org.junit.jupiter.api.Test;

class OpsHouseRulesTest {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("club.panamia.ops");
    }
}
