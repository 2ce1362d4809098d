package club.panamia.engagement;

import club.panamia.testing.rules.ApiContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EngagementApiContractTest {

    @Test
    void isTheOneThatWasPromised() {
        ApiContract.check("engagement");
    }
}
