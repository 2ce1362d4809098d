package club.panamia.social.post;

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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Recordings;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AttachmentsTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void areShownInTheirOrderWithWhatIsKnownOfThem() {
        var picture = picture(ana);
        var memo = memo(ana);
        var shown = List.of(
                Map.of("id", memo, "peaks", List.of(0.5)),
                Map.of("id", picture, "description", "A mural", "focus", Map.of("x", -0.25, "y", 1)));
        var id = said(with(shown));

        as(ben).get("/api/social/statuses/" + id)
                .then()
                .statusCode(200)
                .body("attachments.id", contains(memo, picture))
                .body("attachments.type", contains("audio", "image"))
                .body("attachments[0].durationMs", is(500))
                .body("attachments[0].peaks", hasSize(100))
                .body("attachments[1].description", is("A mural"))
                .body("attachments[1].focus.x", is(-0.25f))
                .body("attachments[1].width", is(40))
                .body("attachments[1].height", is(20));
        as(ben).get("/api/social/statuses").then().body("items[0].attachments.id", contains(memo, picture));
    }

    @Test
    void areInTheDocumentThatOtherServersRead() {
        var film = upload(ana, "video/webm", Recordings.film("webm", 640, 360))
                .extract()
                .jsonPath()
                .getString("id");
        var picture = picture(ana);
        var id = said(with(List.of(
                Map.of("id", picture, "description", "A mural", "focus", Map.of("x", 0, "y", 0.5)),
                Map.of("id", film))));

        anonymous()
                .accept("application/activity+json")
                .get("/ap/statuses/" + id)
                .then()
                .statusCode(200)
                .body("attachment.type", contains("Image", "Video"))
                .body("attachment.mediaType", contains("image/jpeg", "video/webm"))
                .body("attachment[0].name", is("A mural"))
                .body("attachment[0].url", is("http://localhost:8080/media/social/" + picture + "/960.jpg"))
                .body("attachment[0].blurhash.length()", is(28))
                .body("attachment[0].focalPoint[1]", is(0.5f))
                .body("attachment[1].duration", is("PT3S"))
                .body("attachment[1].width", is(640));
    }

    @Test
    void needNoWords() {
        var draft = new HashMap<String, Object>(Map.of("visibility", "public"));
        var id = post(ana, showing(draft, picture(ana)))
                .statusCode(201)
                .body("content", is(""))
                .extract()
                .jsonPath()
                .getString("id");

        anonymous().get("/api/social/statuses/" + id).then().body("attachments", hasSize(1));
    }

    @Test
    void areOnesOwnUploadsThatNoOtherPostShows() {
        var shown = picture(ana);
        var bens = picture(ben);
        var mine = picture(ana);
        said(showing(draft("Hola", "public"), shown));

        for (var other : List.of(shown, bens, "unknown", "../x")) {
            post(ana, showing(draft("Two", "public"), mine, other))
                    .statusCode(422)
                    .body("errors[0].path", is("/attachments/1/id"));
        }
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_statuses")).isEqualTo(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_attachments"))
                .isEqualTo(1);
        said(showing(draft("Two", "public"), mine));
    }

    @Test
    void areRefusedWithTheirPlace() {
        var one = picture(ana);
        var memo = memo(ana);
        var five = List.of(one, picture(ana), picture(ana), picture(ana), picture(ana));

        refuses("/attachments", five.stream().map(AttachmentsTest::named).toList());
        refuses("/attachments", List.of(named(one), named(one)));
        refuses("/attachments/0/description", List.of(Map.of("id", one)));
        refuses("/attachments/0/description", List.of(Map.of("id", one, "description", "  ")));
        refuses("/attachments/0/description", List.of(Map.of("id", one, "description", "a".repeat(1501))));
        refuses("/attachments/0/focus", List.of(Map.of("id", memo, "focus", Map.of("x", 0, "y", 0))));
        refuses(
                "/attachments/0/focus/x",
                List.of(Map.of("id", one, "description", "A mural", "focus", Map.of("x", 2, "y", 0))));
        refuses("/attachments/0/peaks", List.of(Map.of("id", one, "description", "A mural", "peaks", List.of(1))));
        refuses("/attachments/0/peaks/0", List.of(Map.of("id", memo, "peaks", List.of(2))));
        refuses("/attachments/0/peaks", List.of(Map.of("id", memo, "peaks", Collections.nCopies(101, 0))));
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).isEmpty();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.social_upload WHERE attached_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void belongToOnePostHoweverManyNameThemAtOnce() {
        var picture = picture(ana);

        var answers = Race.of(
                6,
                n -> () -> post(ana, showing(draft("Hola " + n, "public"), picture))
                        .extract()
                        .statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 422);
        assertThat(sql.list(Long.class, "SELECT count(*) FROM social_statuses")).containsExactly(1L);
        assertThat(sql.list(Long.class, "SELECT count(*) FROM social_attachments"))
                .containsExactly(1L);
    }

    private String said(Map<String, Object> draft) {
        return post(ana, draft).statusCode(201).extract().jsonPath().getString("id");
    }

    private void refuses(String place, List<Map<String, Object>> attachments) {
        post(ana, with(attachments)).statusCode(422).body("errors[0].path", is(place));
    }

    private static Map<String, Object> with(List<? extends Map<String, ? extends Object>> attachments) {
        var draft = draft("Hola", "public");
        draft.put("attachments", attachments);
        return draft;
    }

    private static Map<String, Object> named(String id) {
        return Map.of("id", id, "description", "A mural");
    }
}
