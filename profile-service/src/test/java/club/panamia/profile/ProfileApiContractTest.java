package club.panamia.profile;

import club.panamia.testing.rules.ApiContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileApiContractTest {

    @Test
    void isTheOneThatWasPromised() {
        ApiContract.check("profile");
    }
}
