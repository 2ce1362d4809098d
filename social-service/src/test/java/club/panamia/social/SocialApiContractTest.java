package club.panamia.social;

import club.panamia.testing.rules.ApiContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SocialApiContractTest {

    @Test
    void isTheOneThatWasPromised() {
        ApiContract.check("social");
    }
}
