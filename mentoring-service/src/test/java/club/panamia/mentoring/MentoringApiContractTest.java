package club.panamia.mentoring;

import club.panamia.testing.rules.ApiContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MentoringApiContractTest {

    @Test
    void isTheOneThatWasPromised() {
        ApiContract.check("mentoring");
    }
}
