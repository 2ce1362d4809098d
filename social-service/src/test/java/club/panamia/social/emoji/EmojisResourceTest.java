package club.panamia.social.emoji;

import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Race;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class EmojisResourceTest extends AddedEmojis {

    @Test
    void areKeptAsTheyAreForEverybody() {
        var file = Pictures.png(64, 64);
        var url = add("pan", "image/png", file)
                .statusCode(201)
                .body("shortcode", is("pan"))
                .body("hidden", is(false))
                .extract()
                .jsonPath()
                .getString("url");

        var shown = anonymous().get(path(url)).then().statusCode(200).contentType("image/png");
        shown.header("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(shown.extract().asByteArray()).isEqualTo(file);
        anonymous()
                .header("If-None-Match", shown.extract().header("ETag"))
                .get(path(url))
                .then()
                .statusCode(304);
        anonymous().get(path(url).replace(".png", ".gif")).then().statusCode(404);
        anonymous().get("/media/social/emojis/none.png").then().statusCode(404);
        assertThat(sql.list(String.class, "SELECT action || ' ' || subject_id FROM internal.security_event"))
                .contains("emoji-added pan");
    }

    @Test
    void mayMoveAndHaveHoles() throws IOException {
        var gif = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_INDEXED), "gif", gif);

        var url = add("pan", "image/gif", gif.toByteArray())
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("url");

        assertThat(url).endsWith(".gif");
        var shown = anonymous().get(path(url)).then().statusCode(200).contentType("image/gif");
        assertThat(shown.extract().asByteArray()).isEqualTo(gif.toByteArray());
    }

    @Test
    void areListedOnceUntilTheyChange() {
        added("queso");
        added("pan");

        var list = anonymous().get(EMOJIS).then().statusCode(200);
        list.body("shortcode", contains("pan", "queso")).header("Cache-Control", "public, max-age=300");
        var tag = list.extract().header("ETag");
        anonymous().header("If-None-Match", tag).get(EMOJIS).then().statusCode(304);

        as(olga).put(EMOJIS + "/pan/hiding").then().statusCode(204);
        anonymous()
                .header("If-None-Match", tag)
                .get(EMOJIS)
                .then()
                .statusCode(200)
                .body("hidden", contains(true, false));
        as(olga).delete(EMOJIS + "/pan/hiding").then().statusCode(204);
        anonymous().header("If-None-Match", tag).get(EMOJIS).then().statusCode(304);
    }

    @Test
    void areOneOfEachName() {
        var answers = Race.of(
                4,
                runner -> () ->
                        add("pan", "image/png", Pictures.png(16, 16)).extract().statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        add("pan", "image/png", Pictures.png(16, 16)).statusCode(409).body("type", is("/problems/emoji-exists"));
        sql.run("INSERT INTO internal.custom_emoji (shortcode, media_type, bytes, state)"
                + " SELECT 'e' || n, 'image/png', 1, 'stored' FROM generate_series(10, 2008) n");
        add("queso", "image/png", Pictures.png(16, 16)).statusCode(409).body("type", is("/problems/too-many-emojis"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p", "Pan", "pan-dulce", "pan%20dulce", "a23456789012345678901234567890x"})
    void areCalledInSmallLetters(String shortcode) {
        add(shortcode, "image/png", Pictures.png(16, 16)).statusCode(422);
    }

    @Test
    void areSmallPictures() {
        add("pan", "image/png", new byte[256 * 1024 + 1]).statusCode(413);
        add("pan", "image/png", Pictures.png(513, 16)).statusCode(422);
        add("pan", "image/png", Pictures.photo(64, 64, 1)).statusCode(422);
        add("pan", "image/png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422);
        add("pan", "image/png", new byte[0]).statusCode(422);
        add("pan", "image/svg+xml", new byte[] {1}).statusCode(415);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.custom_emoji"))
                .isZero();
    }

    @Test
    void areModeratorsAffair() {
        added("pan");
        for (var caller : new Person[] {ana, joined("Ben")}) {
            as(caller)
                    .contentType("image/png")
                    .body(Pictures.png(16, 16))
                    .post(EMOJIS + "?shortcode=queso")
                    .then()
                    .statusCode(403);
            as(caller).delete(EMOJIS + "/pan").then().statusCode(403);
            as(caller).put(EMOJIS + "/pan/hiding").then().statusCode(403);
        }
        anonymous().delete(EMOJIS + "/pan").then().statusCode(401);
        as(olga).put(EMOJIS + "/queso/hiding").then().statusCode(404);
        anonymous().get(EMOJIS).then().body("[0].hidden", is(false)).body("[1]", nullValue());
    }
}
