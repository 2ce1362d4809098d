package club.panamia.profile.image;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SweepImagesTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @Inject
    SweepImages job;

    @BeforeEach
    void anaHasAProfile() {
        PictureFolder.empty();
        ana = seed.person("Ana");
        Walk.draft(ana, "Ana");
    }

    @Test
    void removesThePictureThatAnotherReplaced() {
        put("primary", "\"0\"", Pictures.png(40, 20));
        put("primary", "\"1\"", Pictures.png(20, 40));

        sweep();

        assertThat(PictureFolder.files()).hasSize(3).allMatch(file -> file.startsWith(hanging()));
        assertThat(sql.list(String.class, "SELECT sha256 FROM internal.media")).containsExactly(hanging());
    }

    @Test
    void removesThePictureThatWasTakenDown() {
        put("primary", "\"0\"", Pictures.png(40, 20));
        as(ana).header("If-Match", "\"1\"")
                .delete("/api/profiles/me/images/primary")
                .then()
                .statusCode(200);

        sweep();

        assertThat(PictureFolder.files()).isEmpty();
    }

    @Test
    void removesThePicturesOfADeletedProfile() {
        put("primary", "\"0\"", Pictures.png(40, 20));
        put("gallery1", "\"1\"", Pictures.png(20, 40));
        as(ana).delete("/api/profiles/me").then().statusCode(204);

        sweep();

        assertThat(PictureFolder.files()).isEmpty();
        assertThat(sql.list(String.class, "SELECT owner_id FROM internal.media"))
                .isEmpty();
    }

    @Test
    void keepsAPictureThatHangsTwice() {
        put("primary", "\"0\"", Pictures.png(40, 20));
        put("gallery1", "\"1\"", Pictures.png(40, 20));
        as(ana).header("If-Match", "\"2\"")
                .delete("/api/profiles/me/images/gallery1")
                .then()
                .statusCode(200);

        sweep();

        assertThat(PictureFolder.files()).hasSize(3);
    }

    @Test
    void keepsWhatHangsHoweverOldItIs() {
        put("primary", "\"0\"", Pictures.png(40, 20));
        sql.run("UPDATE internal.media SET touched_at = now() - interval '1 year'");

        sweep();

        assertThat(PictureFolder.files()).hasSize(3);
    }

    private void sweep() {
        job.run().await().atMost(Duration.ofSeconds(20));
    }

    private String hanging() {
        return sql.one(String.class, "SELECT images #>> '{primary,file}' FROM profiles");
    }

    private void put(String slot, String ifMatch, byte[] file) {
        as(ana).header("Content-Type", "image/png")
                .header("If-Match", ifMatch)
                .queryParam("alt", "Ana")
                .body(file)
                .put("/api/profiles/me/images/" + slot)
                .then()
                .statusCode(200);
    }
}
