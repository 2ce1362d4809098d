package club.panamia.ops;

import club.panamia.testing.rules.ApiContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpsApiTest {

    @Test
    void changesItsApiOnPurposeOnly() {
        ApiContract.check("ops");
    }
}
