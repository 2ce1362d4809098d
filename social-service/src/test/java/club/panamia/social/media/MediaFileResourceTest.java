package club.panamia.social.media;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Uploaded.addresses;
import static club.panamia.social.Uploaded.at;
import static club.panamia.social.Uploaded.memo;
import static club.panamia.social.Uploaded.picture;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.social.home.Home;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MediaFileResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @Inject
    Home home;

    @Inject
    EncryptionKeys keys;

    @Inject
    Pool pool;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
        follows(ben, ana);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "quiet"})
    void showsEverybodyWhatIsForEverybody(String visibility) {
        var address = addresses(ben, shown(visibility)).getFirst();

        assertThat(address).doesNotContain("signature");
        var tag = at(address)
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", containsString("public"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .extract()
                .header("ETag");
        anonymous()
                .header("If-None-Match", tag)
                .get(address.substring(address.indexOf("/media/")))
                .then()
                .statusCode(304);
        at(address.replace("960.jpg", "96.jpg")).statusCode(200);
        at(address.replace("960.jpg", "sound.ogg")).statusCode(404);
        at(address.replace("960.jpg", "961.jpg")).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "followers"})
    void showsTheRestOnlyAtAddressesThatWhoMaySeeThePostGets(String visibility) {
        var id = shown(visibility);
        var address = addresses(ben, id).getFirst();

        at(address).statusCode(200).header("Cache-Control", containsString("private"));
        assertThat(addresses(ana, id)).as("the same for all").containsExactly(address);
        at(address.replaceAll("\\?.*", "")).statusCode(404).body("type", is("/problems/not-found"));
        at(address.replaceAll("until=\\d+", "until=9999999999")).statusCode(404);
        at(address.replaceAll("until=\\d+&", "")).statusCode(404);
        at(address.replaceAll("signature=..", "signature=AA")).statusCode(404);
        at(address.replaceAll("signature=.*", "signature=%20")).statusCode(404);
        var other = addresses(ben, shown(visibility)).getFirst();
        at(other.replaceAll("\\?.*", "") + address.replaceAll(".*\\?", "?")).statusCode(404);
    }

    @Test
    void doesNotShowAtAnAddressThatIsOver() {
        var address = addresses(ben, shown("followers")).getFirst();
        var links = new MediaLinks(home, keys, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-21)));

        at(links.signed(address.replaceAll("\\?.*", ""))).statusCode(404);
    }

    @Test
    void showsAMemoToItsRecipientUntilItIsOverOrTakenBack() {
        var draft = draft("", "direct");
        draft.put("recipientActorIds", List.of(actorId(ben)));
        var memo = showing(draft, memo(ana));
        var id = post(ana, memo).statusCode(201).extract().jsonPath().getString("id");
        var address = addresses(ben, id).getFirst();
        at(address).statusCode(200).contentType("audio/wav");

        sql.run("UPDATE social_statuses SET expires_at = now()");
        at(address).statusCode(404);
        sql.run("UPDATE social_statuses SET expires_at = now() + interval '1 day'");
        at(address).statusCode(200);
        as(ana).delete("/api/social/statuses/" + id).then().statusCode(204);
        at(address).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE users SET locked_at = now()",
                "UPDATE profiles SET active = false",
                "DELETE FROM social_statuses",
            })
    void showsNothingOfWhatMayNotBeSeenAnyMore(String change) {
        var address = addresses(ben, shown("public")).getFirst();
        sql.run(change);

        at(address).statusCode(404);
    }

    @Test
    void answersPlayersWithTheParts() {
        var draft = draft("Listen", "public");
        var address = addresses(
                        ben,
                        post(ana, showing(draft, memo(ana)))
                                .extract()
                                .jsonPath()
                                .getString("id"))
                .getFirst();
        var whole = at(address)
                .statusCode(200)
                .header("Accept-Ranges", is("bytes"))
                .extract()
                .asByteArray();

        assertThat(whole).startsWith('R', 'I', 'F', 'F').hasSize(8044);
        assertThat(part(address, "bytes=0-3", 206)).isEqualTo(part(whole, 0, 4));
        assertThat(part(address, "bytes=40-", 206)).isEqualTo(part(whole, 40, whole.length));
        assertThat(part(address, "bytes=-10", 206)).isEqualTo(part(whole, whole.length - 10, whole.length));
        for (var odd : List.of("bytes=9-3", "bytes=99999999-", "bytes=-", "bytes=-0", "bytes=0-1,3-4", "lines=0-1")) {
            assertThat(part(address, odd, 200)).as(odd).isEqualTo(whole);
        }
    }

    @Test
    void findsAFileByIndexes() {
        var plan = Plan.of(pool, ShownFiles.FOR_EVERYBODY, Tuple.of("x", null));

        assertThat(plan).contains("social_upload_pkey").doesNotContain("Seq Scan on social_upload");
    }

    private String shown(String visibility) {
        return post(ana, showing(draft("Hola", visibility), picture(ana)))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static byte[] part(String address, String range, int status) {
        return anonymous()
                .header("Range", range)
                .get(address.substring(address.indexOf("/media/")))
                .then()
                .statusCode(status)
                .extract()
                .asByteArray();
    }

    private static byte[] part(byte[] whole, int from, int to) {
        return Arrays.copyOfRange(whole, from, to);
    }
}
