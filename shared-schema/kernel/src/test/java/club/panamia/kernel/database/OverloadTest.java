package club.panamia.kernel.database;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverloadTest {

    @Test
    void servesWhatItCanAndRefusesTheRestSoon() {
        var answers = Race.of(150, i -> () -> anonymous().get("/parcels/slow"));

        var served =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        var refused =
                answers.stream().filter(answer -> answer.statusCode() == 503).toList();
        assertThat(served).hasSizeGreaterThanOrEqualTo(20);
        assertThat(refused).isNotEmpty().allMatch(answer -> "1".equals(answer.getHeader("Retry-After")));
        assertThat(served.size() + refused.size()).isEqualTo(150);
        assertThat(refused.stream().map(Response::asString)).allMatch(body -> body.contains("/problems/overloaded"));
        anonymous().get("/parcels/slow").then().statusCode(200);
    }
}
