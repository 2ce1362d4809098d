package club.panamia.auth;

import club.panamia.testing.rules.ApiContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuthApiContractTest {

    @Test
    void isTheOneThatWasPromised() {
        ApiContract.check("auth");
    }
}
