package club.panamia.profile.image;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.media.Pictures;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ImageRaceTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void anaHasAProfile() {
        PictureFolder.empty();
        ana = new Seed().person("Ana");
        Walk.draft(ana, "Ana");
    }

    /** Both have seen the same version; the files of the one that lost are swept. */
    @Test
    void letsOneOfTwoUploadsWin() {
        var statuses = Race.of(2, runner -> (Callable<Integer>)
                () -> put(Pictures.png(40, 20 + runner)).extract().statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(sql.one(Integer.class, "SELECT version FROM profiles")).isEqualTo(1);
        assertThat(sql.one(
                        String.class,
                        "SELECT m.sha256 FROM internal.media m JOIN profiles p ON p.images #>>"
                                + " '{primary,file}' = m.sha256"))
                .hasSize(64);
        assertThat(Walk.events()).hasSize(1);
    }

    /** A patch of the profile and a picture at once: the version is one. */
    @Test
    void letsAPictureOrAChangeOfTheWordsWin() {
        var statuses = Race.of(2, runner -> (Callable<Integer>)
                () -> (runner == 0 ? put(Pictures.png(40, 20)) : Walk.change(ana, "\"0\"", "{\"name\": \"Ana Maria\"}"))
                        .extract()
                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    private ValidatableResponse put(byte[] file) {
        return as(ana).header("Content-Type", "image/jpeg")
                .header("If-Match", "\"0\"")
                .queryParam("alt", "Ana at the wheel")
                .body(file)
                .put("/api/profiles/me/images/primary")
                .then();
    }
}
