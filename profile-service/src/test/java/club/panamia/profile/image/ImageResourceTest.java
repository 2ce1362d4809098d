package club.panamia.profile.image;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ImageResourceTest {

    private static final String PRIMARY = "/api/profiles/me/images/primary";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void anaHasAProfile() {
        PictureFolder.empty();
        ana = seed.person("Ana");
        Walk.draft(ana, "Ana");
    }

    @Test
    void showsAPictureInThreeSizes() {
        var url = put("primary", "\"0\"", Pictures.photo(1200, 800, 6))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("images.primary.alt", is("Ana at the wheel"))
                .body("images.primary.width", is(800))
                .body("images.primary.height", is(1200))
                .body("images.primary.urls.'96'", startsWith("/media/profile/"))
                .body("images.primary.urls.'320'", matchesPattern("/media/profile/[0-9a-f]{64}-320\\.jpg"))
                .extract()
                .<String>path("images.primary.urls.'960'");

        as(ana).get("/api/profiles/me/images")
                .then()
                .header("ETag", "\"1\"")
                .body("images.primary.urls.'960'", is(url));
        as(ana).get("/api/profiles/me").then().header("ETag", "\"1\"");
        anonymous().get(url).then().statusCode(200).contentType("image/jpeg");
        assertThat(Walk.events()).containsExactly("profile.images.changed");
    }

    @Test
    void standsForItsPersonInTheDirectory() {
        var url = put("primary", "\"0\"", Pictures.png(40, 20)).extract().<String>path("images.primary.urls.'320'");
        put("gallery1", "\"1\"", Pictures.png(20, 40)).statusCode(200);
        var id = sql.one(String.class, "SELECT id FROM profiles");
        Walk.submit(ana).statusCode(200);
        Walk.approve(seed.admin("Ada"), id).statusCode(200);

        anonymous()
                .get("/api/directory")
                .then()
                .body("items[0].image.urls.'320'", is(url))
                .body("items[0].image.alt", is("Ana at the wheel"));
    }

    @Test
    void hangsFourPicturesAndTakesOneDown() {
        put("primary", "\"0\"", Pictures.png(40, 20)).statusCode(200);
        put("gallery1", "\"1\"", Pictures.png(41, 20)).statusCode(200);
        put("gallery2", "\"2\"", Pictures.WEBP_LOSSY).statusCode(200);
        put("gallery3", "\"3\"", Pictures.jpeg(43, 20)).statusCode(200).body("images.size()", is(4));

        as(ana).header("If-Match", "\"4\"")
                .delete("/api/profiles/me/images/gallery2")
                .then()
                .statusCode(200)
                .header("ETag", "\"5\"")
                .body("images.size()", is(3));

        as(ana).header("If-Match", "\"5\"")
                .delete("/api/profiles/me/images/gallery2")
                .then()
                .statusCode(404)
                .body("type", is("/problems/not-found"));
        put("gallery4", "\"5\"", Pictures.png(40, 20)).statusCode(404);
    }

    @Test
    void wantsToKnowWhichVersionIsChanged() {
        put("primary", null, Pictures.png(40, 20)).statusCode(428).body("type", is("/problems/version-required"));
        put("primary", "\"7\"", Pictures.png(40, 20)).statusCode(412).body("type", is("/problems/stale-version"));
        as(ana).delete(PRIMARY).then().statusCode(428);
        as(ana).header("If-Match", "\"7\"").delete(PRIMARY).then().statusCode(412);

        nothingIsKept();
    }

    @Test
    void isForPeopleWithAProfile() {
        var ben = seed.person("Ben");

        upload(as(ben), "primary", "\"0\"", "Ben", "image/png", Pictures.png(40, 20))
                .statusCode(404)
                .body("type", is("/problems/no-profile-yet"));
        upload(anonymous(), "primary", "\"0\"", "x", "image/png", Pictures.png(40, 20))
                .statusCode(401);
        as(ben).get("/api/profiles/me/images").then().statusCode(404);
        as(ben).header("If-Match", "\"0\"").delete(PRIMARY).then().statusCode(404);
        anonymous().get("/api/profiles/me/images").then().statusCode(401);
        anonymous().delete(PRIMARY).then().statusCode(401);

        nothingIsKept();
    }

    @Test
    void wantsWordsForThoseWhoDoNotSee() {
        for (var alt : new String[] {null, "", "x".repeat(301), "a\u0007b"}) {
            upload(as(ana), "primary", "\"0\"", alt, "image/png", Pictures.png(40, 20))
                    .statusCode(422)
                    .body("errors[0].path", is("alt"));
        }

        nothingIsKept();
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("an SVG named JPEG", Pictures.svg()),
                Arguments.of("a page", "<html><script>alert(1)</script></html>".getBytes()),
                Arguments.of("nothing", new byte[0]),
                Arguments.of("a cut JPEG", Arrays.copyOf(Pictures.jpeg(400, 200), 700)),
                Arguments.of("a cut PNG", Arrays.copyOf(Pictures.png(400, 200), 90)),
                Arguments.of("a bomb", Pictures.bomb(20_000, 20_000)),
                Arguments.of("too many pixels", Pictures.bomb(8001, 10)),
                Arguments.of("a lying WebP", Pictures.lyingWebp()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void refusesWhatIsNoUsablePictureAndKeepsNothing(String what, byte[] file) {
        put("primary", "\"0\"", file)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-input"))
                .body("errors[0].path", is("/image"));

        nothingIsKept();
    }

    @Test
    void refusesATypeThatIsNoPicture() {
        upload(as(ana), "primary", "\"0\"", "Ana", "text/html", Pictures.png(40, 20))
                .statusCode(415)
                .contentType("application/problem+json");

        nothingIsKept();
    }

    @Test
    void refusesMoreThanFiveMegabytes() {
        put("primary", "\"0\"", Arrays.copyOf(Pictures.png(40, 20), 5 * 1024 * 1024 + 1))
                .statusCode(413)
                .body("type", is("/problems/too-large"))
                .body("errors[0].path", is("/image"));

        nothingIsKept();
    }

    @Test
    void countsUploads() {
        for (var i = 0; i < 40; i++) {
            put("primary", "\"9\"", Pictures.svg()).statusCode(412);
        }

        put("primary", "\"0\"", Pictures.png(40, 20)).statusCode(429).header("Retry-After", matchesPattern("[0-9]+"));
    }

    @Test
    void hasNoPicturesAtFirst() {
        as(ana).get("/api/profiles/me/images").then().statusCode(200).body("images", is(anEmptyMap()));
    }

    private void nothingIsKept() {
        assertThat(sql.list(String.class, "SELECT sha256 FROM internal.media")).isEmpty();
        assertThat(PictureFolder.files()).isEmpty();
        assertThat(sql.one(String.class, "SELECT images::text FROM profiles")).isEqualTo("{}");
        assertThat(Walk.events()).isEmpty();
    }

    private ValidatableResponse put(String slot, String ifMatch, byte[] file) {
        return upload(as(ana), slot, ifMatch, "Ana at the wheel", "image/jpeg", file);
    }

    private static ValidatableResponse upload(
            RequestSpecification caller, String slot, String ifMatch, String alt, String type, byte[] file) {
        var request = caller.header("Content-Type", type).body(file);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (alt != null) {
            request.queryParam("alt", alt);
        }
        return request.put("/api/profiles/me/images/" + slot).then();
    }
}
