package club.panamia.social.upload;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Uploaded.memo;
import static club.panamia.social.Uploaded.picture;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.social.Uploaded.upload;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Recordings;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much one person keeps. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class QuotaTest {

    private static final int ALLOWED = 1 << 30;

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    SweepUploads sweepUploads;

    private Person ana;
    private int size;

    @BeforeEach
    void somebodyAndTheSizeOfAMemo() {
        ana = joined("Ana");
        var zoe = joined("Zoe");
        memo(zoe);
        size = used(zoe);
    }

    @Test
    void tellsHowMuchIsUsedAndAllowed() {
        assertThat(used(ana)).isZero();

        memo(ana);

        assertThat(used(ana)).isEqualTo(sql.one(Integer.class, "SELECT min(bytes) FROM internal.social_upload"));
        as(ana).get("/api/social/media").then().statusCode(200).body("allowedBytes", is(ALLOWED));
        assertThat(used(joined("Ben"))).isZero();
        assertThat(used(new Seed().person("Nil"))).isZero();
        anonymous().get("/api/social/media").then().statusCode(401);
    }

    @Test
    void countsWhatAPictureTakesOnTheDiskNotWhatWasSent() {
        picture(ana);

        assertThat(used(ana))
                .isEqualTo(sql.one(Integer.class, "SELECT bytes FROM internal.social_upload WHERE type = 'image'"));
        assertThat(used(ana)).isBetween(1, 20_000);
    }

    @Test
    void refusesWhatIsBeyondItAndGivesBackWhatIsGone() {
        var memo = memo(ana);
        var post = post(ana, showing(draft("Hola", "public"), memo))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        fill(ana, size - 1);

        upload(ana, "audio/wav", Recordings.wav(500))
                .statusCode(422)
                .body("type", is("/problems/media-quota-reached"))
                .body("usedBytes", is(used(ana)))
                .body("allowedBytes", is(ALLOWED));
        upload(joined("Ben"), "audio/wav", Recordings.wav(500)).statusCode(201);

        as(ana).delete("/api/social/statuses/" + post).then().statusCode(204);
        upload(ana, "audio/wav", Recordings.wav(500)).statusCode(201);
        upload(ana, "audio/wav", Recordings.wav(500)).statusCode(422);
        var before = used(ana);
        sweepUploads.run().await().atMost(Duration.ofSeconds(30));
        assertThat(used(ana)).isEqualTo(before);
    }

    @Test
    void givesBackWhatIsThrownAway() {
        var waiting = memo(ana);
        fill(ana, 0);
        upload(ana, "audio/wav", Recordings.wav(500)).statusCode(422);

        as(ana).delete("/api/social/media/" + waiting).then().statusCode(204);

        upload(ana, "audio/wav", Recordings.wav(500)).statusCode(201);
    }

    @Test
    void isPassedByNobodyHoweverManyComeAtOnce() {
        var memo = Recordings.wav(500);
        fill(ana, 2 * size);

        var answers =
                Race.of(8, n -> () -> upload(ana, "audio/wav", memo).extract().statusCode());

        assertThat(answers).containsOnly(201, 422);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(2);
        assertThat(used(ana)).isEqualTo(ALLOWED);
    }

    /** With posts long ago; so many bytes are left. */
    private void fill(Person person, int left) {
        var missing = ALLOWED - left - used(person);
        var each = 10 * 1024 * 1024;
        sql.run("""
                INSERT INTO internal.social_upload (actor_id, status_id, attached_at, state, type, media_type, bytes)
                SELECT ?, ?, now(), 'stored', 'video', 'video/webm', least(?::int, ?::int - n)
                  FROM generate_series(0, ?::int - 1, ?::int) n
                """, actorId(person), old(person), each, missing, missing, each);
    }

    private String old(Person person) {
        return sql.one(
                String.class,
                "INSERT INTO social_statuses (uri, actor_id, visibility, content, published)"
                        + " VALUES ('old' || pana_id(), ?, 'public', 'Hola', now()) RETURNING id",
                actorId(person));
    }

    private static int used(Person person) {
        return as(person)
                .get("/api/social/media")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("usedBytes");
    }
}
