package club.panamia.kernel.page;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageTest {

    @Test
    void walksTheWholeListOnce() {
        var seen = new ArrayList<Integer>();
        String cursor = "";
        do {
            var page = anonymous()
                    .queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get("/parcels")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items", Integer.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void tellsTheNextPageInAHeaderToo() {
        anonymous()
                .get("/parcels?limit=10")
                .then()
                .header("Link", containsString("limit=10&cursor="))
                .header("Link", containsString("rel=\"next\""));
        anonymous().get("/parcels?limit=50").then().header("Link", nullValue()).body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "2147483647"})
    void holdsTheLimitWithinBounds(String limit) {
        anonymous()
                .queryParam("limit", limit)
                .get("/parcels")
                .then()
                .statusCode(422)
                .body("errors[0].path", is("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "nonsense!", "AAAA", "MR8y", "x"})
    void refusesACursorThatItDidNotGiveOut(String cursor) {
        anonymous()
                .queryParam("cursor", cursor)
                .get("/parcels")
                .then()
                .statusCode(422)
                .body("errors[0].path", is("cursor"));
    }
}
