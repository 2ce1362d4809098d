package club.panamia.content;

import club.panamia.testing.rules.ApiContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContentApiContractTest {

    @Test
    void isTheOneThatWasPromised() {
        ApiContract.check("content");
    }
}
