package club.panamia.social.upload;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Uploaded.at;
import static club.panamia.social.Uploaded.isOnDisk;
import static club.panamia.social.Uploaded.picture;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.social.Uploaded.upload;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.social.Recordings;
import club.panamia.social.file.MediaFile;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class UploadsResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void keepsAPictureThatTellsNothingOfWhereItWasTaken() {
        var kept = upload(ana, "image/jpeg", Pictures.photo(1200, 600, 6))
                .statusCode(201)
                .body("type", is("image"))
                .body("mediaType", is("image/jpeg"))
                .body("width", is(480))
                .body("height", is(960))
                .body("blurhash", matchesPattern(".{28}"))
                .body("peaks", hasSize(0))
                .extract()
                .jsonPath();

        for (var address : List.of(kept.getString("url"), kept.getString("previewUrl"))) {
            var file = at(address)
                    .statusCode(200)
                    .contentType("image/jpeg")
                    .extract()
                    .asByteArray();
            assertThat(new String(file, StandardCharsets.ISO_8859_1))
                    .startsWith("\u00ff\u00d8")
                    .doesNotContain(Pictures.SECRET);
        }
        at(kept.getString("url").replaceAll("\\?.*", "")).statusCode(404);
    }

    @Test
    void keepsSoundsAndFilms() {
        upload(ana, "audio/wav", Recordings.wav(1000))
                .statusCode(201)
                .body("type", is("audio"))
                .body("durationMs", is(1000))
                .body("peaks", hasSize(100))
                .body("previewUrl", nullValue());
        upload(ana, "audio/ogg", Recordings.opus(1000)).statusCode(201).body("url", containsString("/sound.ogg?"));
        upload(ana, "audio/webm", Recordings.browserSound(1000))
                .statusCode(201)
                .body("url", containsString("/sound.webm?"));
        upload(ana, "audio/mp4", Recordings.safariSound(1000))
                .statusCode(201)
                .body("url", containsString("/sound.m4a?"));
        upload(ana, "audio/x-m4a", Recordings.telephoneSound("soun", "mp4a", 1000))
                .statusCode(201)
                .body("mediaType", is("audio/mp4"));
        upload(ana, "video/webm", Recordings.film("webm", 640, 360))
                .statusCode(201)
                .body("type", is("video"))
                .body("width", is(640));
    }

    @Test
    void refusesMoreWhereManyWaitForTheirPosts() {
        var last = upload(ana, "image/png", Pictures.png(4, 2))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        sql.run("""
                INSERT INTO internal.social_upload (actor_id, state, type, media_type, bytes)
                SELECT ?, 'stored', 'image', 'image/jpeg', 1 FROM generate_series(1, 39)
                """, actorId(ana));

        upload(ana, "image/png", Pictures.png(4, 2)).statusCode(409).body("type", is("/problems/too-many-files-wait"));

        upload(ben, "image/png", Pictures.png(4, 2)).statusCode(201);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.social_upload"))
                .isEqualTo(41);
        as(ana).delete("/api/social/media/" + last).then().statusCode(204);
        upload(ana, "image/png", Pictures.png(4, 2)).statusCode(201);
    }

    @Test
    void refusesWhatItCannotUse() {
        upload(ana, "image/png", Pictures.svg()).statusCode(422).body("errors[0].path", is("/file"));
        upload(ana, "image/png", new byte[0]).statusCode(422).body("type", is("/problems/invalid-input"));
        upload(ana, "audio/ogg", Recordings.opus(61_000)).statusCode(422).body("errors[0].path", is("/file"));
        upload(ana, "image/svg+xml", Pictures.svg()).statusCode(415);
        upload(ana, "video/webm", new byte[MediaFile.MAX_BYTES + 1])
                .statusCode(413)
                .body("type", is("/problems/too-large"));
        leavesNothing();
    }

    @Test
    void knowsWhoMayUpload() {
        anonymous()
                .contentType("image/png")
                .body(Pictures.png(4, 2))
                .post("/api/social/media")
                .then()
                .statusCode(401);
        upload(new Seed().person("Nil"), "image/png", Pictures.png(4, 2))
                .statusCode(403)
                .body("type", is("/problems/not-taking-part"));
        sql.run("UPDATE profiles SET social_eligible = false");
        upload(ana, "image/png", Pictures.png(4, 2)).statusCode(403).body("type", is("/problems/may-not-take-part"));
        leavesNothing();
    }

    @Test
    void stopsAFloodOfUploads() {
        picture(ana);
        sql.run("UPDATE internal.rate_limit SET used = 60 WHERE key LIKE 'social-media:%'");

        upload(ana, "image/png", Pictures.png(40, 20)).statusCode(429);
        upload(ben, "image/png", Pictures.png(40, 20)).statusCode(201);
    }

    @Test
    void throwsAwayWhatWaitsAndIsOnesOwn() {
        var waiting = picture(ana);
        var shown = picture(ana);
        post(ana, showing(draft("Hola", "public"), shown)).statusCode(201);

        as(ben).delete("/api/social/media/" + waiting).then().statusCode(404);
        as(ana).delete("/api/social/media/" + shown).then().statusCode(404);
        as(ana).delete("/api/social/media/" + waiting).then().statusCode(204);

        post(ana, showing(draft("Hola", "public"), waiting))
                .statusCode(422)
                .body("errors[0].path", is("/attachments/0/id"));
        assertThat(isOnDisk(waiting)).as("until the sweeper comes").isTrue();
    }

    private void leavesNothing() {
        assertThat(sql.list(String.class, "SELECT id FROM internal.social_upload"))
                .isEmpty();
    }
}
