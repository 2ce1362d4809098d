package club.panamia.profile.image;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.profile.Walk;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PictureFileResourceTest {

    private String url;

    @BeforeEach
    void anaShowsAPicture() {
        var ana = new Seed().person("Ana");
        Walk.draft(ana, "Ana");
        url = as(ana).header("Content-Type", "image/jpeg")
                .header("If-Match", "\"0\"")
                .queryParam("alt", "Ana")
                .body(Pictures.photo(1200, 800, 1))
                .put("/api/profiles/me/images/primary")
                .then()
                .statusCode(200)
                .extract()
                .path("images.primary.urls.'320'");
    }

    @Test
    void isKeptForAYearAndIsNothingButAPicture() {
        var file = anonymous()
                .get(url)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", is("public, max-age=31536000, immutable"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .extract()
                .asByteArray();

        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(Pictures.SECRET)
                .doesNotContain("Exif");
    }

    @Test
    void isNotSentTwice() {
        var tag = anonymous().get(url).header("ETag");

        var again = anonymous()
                .header("If-None-Match", tag)
                .get(url)
                .then()
                .statusCode(304)
                .extract();

        assertThat(again.asByteArray()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        anonymous().header("If-None-Match", "\"other\"").get(url).then().statusCode(200);
        anonymous().head(url).then().statusCode(200).header("ETag", is(tag));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/profile/x.jpg",
                "/media/profile/..%2F..%2Fapplication.properties",
                "/media/profile/0000000000000000000000000000000000000000000000000000000000000000-320.jpg",
                "/media/profile/0000000000000000000000000000000000000000000000000000000000000000-321.jpg"
            })
    void isNotFoundUnderOtherNames(String path) {
        anonymous().urlEncodingEnabled(false).get(path).then().statusCode(404).body("type", is("/problems/not-found"));
    }
}
