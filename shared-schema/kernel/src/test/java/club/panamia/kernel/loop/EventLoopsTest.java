package club.panamia.kernel.loop;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.house.ParcelResource;
import club.panamia.testing.loop.EventLoops;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The watch over event loops really sees one that is blocked, and who did it. */
@QuarkusTest
class EventLoopsTest {

    @Test
    void areWatched() {
        get("/parcels/blocking").then().statusCode(200);

        assertThat(EventLoops.takeBlocked())
                .isNotEmpty()
                .allSatisfy(where -> assertThat(where.getStackTrace())
                        .extracting(StackTraceElement::getClassName)
                        .anyMatch(name -> name.startsWith(ParcelResource.class.getName())));
    }

    @Test
    void areLeftAloneByWhatWaitsWithoutBlocking() {
        get("/parcels/slow").then().statusCode(200);

        assertThat(EventLoops.takeBlocked()).isEmpty();
    }
}
