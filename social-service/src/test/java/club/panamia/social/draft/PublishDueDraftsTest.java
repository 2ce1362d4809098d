package club.panamia.social.draft;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PublishDueDraftsTest {

    private static final ZoneId MIAMI = ZoneId.of("America/New_York");

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @Inject
    PublishDueDrafts publishDueDrafts;

    @Inject
    Pool pool;

    @BeforeEach
    void person() {
        ana = joined("Ana");
    }

    @Test
    void postsWhatIsDueAndNothingElse() {
        var due = scheduled("Now", "public");
        var later = scheduled("Later", "public");
        var waits = draft("Some day", "public");
        isDue(due);

        publish();

        assertThat(sql.list(String.class, "SELECT source FROM social_statuses")).containsExactly("Now");
        assertThat(sql.list(String.class, "SELECT id FROM internal.post_draft ORDER BY id"))
                .containsExactly(later, waits);
    }

    @Test
    void postsEachOnceHoweverManyProcessesDoSo() {
        for (var n = 0; n < 12; n++) {
            isDue(scheduled("Hola " + n, "public"));
        }

        Race.of(4, n -> () -> {
            publish();
            return n;
        });

        assertThat(sql.list(String.class, "SELECT DISTINCT source FROM social_statuses"))
                .hasSize(12);
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).hasSize(12);
        assertThat(sql.list(String.class, "SELECT id FROM internal.event WHERE type = 'social.status.posted'"))
                .hasSize(12);
        assertThat(sql.list(String.class, "SELECT id FROM internal.post_draft")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE profiles SET social_eligible = false, may-not-take-part",
        "UPDATE profiles SET active = false, may-not-take-part",
        "UPDATE users SET locked_at = now(), may-not-take-part",
        "DELETE FROM social_statuses WHERE source = 'Parent', no-such-status",
    })
    void tellsTheAuthorWhyItCouldNotBePosted(String change, String refusal) {
        var id = scheduled("Hola", null);
        sql.run("UPDATE internal.post_draft SET body = body || jsonb_build_object('inReplyTo', ?::text)", parent());
        sql.run(change);
        isDue(id);

        publish();

        assertThat(sql.list(String.class, "SELECT source FROM social_statuses")).doesNotContain("Hola");
        assertThat(sql.rows("SELECT refusal, publish_at FROM internal.post_draft WHERE id = ?", id))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("refusal", refusal).containsEntry("publish_at", null));
    }

    @Test
    void goesOnWithTheNextWhereOneCannotBePosted() {
        var incomplete = scheduled("Hola", null);
        var complete = scheduled("Fine", "public");
        isDue(incomplete);
        isDue(complete);

        publish();

        assertThat(sql.list(String.class, "SELECT source FROM social_statuses")).containsExactly("Fine");
        as(ana).get("/api/social/drafts/" + incomplete).then().body("refusal", is("invalid-input"));
    }

    @Test
    void isTimedByItsAuthorsClock() {
        var id = draft("Hola", "public");
        var tomorrow = LocalDateTime.now(MIAMI).plusDays(1).withNano(0);

        schedule(id, tomorrow, "America/New_York")
                .statusCode(200)
                .body("zone", is("America/New_York"))
                .body("publishAt", is(tomorrow.atZone(MIAMI).toInstant().toString()));
        as(ana).delete("/api/social/drafts/" + id + "/schedule").then().statusCode(204);

        as(ana).get("/api/social/drafts/" + id)
                .then()
                .body("publishAt", nullValue())
                .body("zone", nullValue());
    }

    @Test
    void isNotTimedForWhatIsOverOrFarAwayOrNowhere() {
        var id = draft("Hola", "public");

        schedule(id, LocalDateTime.now(MIAMI).minusMinutes(1), "America/New_York")
                .statusCode(422)
                .body("errors[0].path", is("/at"));
        schedule(id, LocalDateTime.now(MIAMI).plusDays(367), "America/New_York").statusCode(422);
        schedule(id, LocalDateTime.now(MIAMI).plusDays(1), "Miami/Beach")
                .statusCode(422)
                .body("errors[0].path", is("/zone"));
        schedule("unknown", LocalDateTime.now(MIAMI).plusDays(1), "America/New_York")
                .statusCode(404);
        assertThat(sql.list(OffsetDateTime.class, "SELECT publish_at FROM internal.post_draft"))
                .containsOnlyNulls();
    }

    @Test
    void findsWhatIsDueAmongManyDrafts() {
        sql.run(
                "INSERT INTO internal.post_draft (actor_id, body) SELECT ?, '{}' FROM generate_series(1, 3000)",
                actorId(ana));
        sql.run("ANALYZE internal.post_draft");

        assertThat(Plan.of(pool, DueDrafts.NEXT.replace(":now", "$1"), Tuple.of(OffsetDateTime.now())))
                .contains("post_draft_due_idx")
                .doesNotContain("Seq Scan on post_draft");
    }

    private String parent() {
        return as(ana).contentType(ContentType.JSON)
                .body(Map.of("content", "Parent", "visibility", "public"))
                .post("/api/social/statuses")
                .then()
                .extract()
                .path("id");
    }

    private void isDue(String id) {
        sql.run("UPDATE internal.post_draft SET publish_at = now() - interval '1 second' WHERE id = ?", id);
    }

    private String scheduled(String content, String visibility) {
        var id = draft(content, visibility);
        schedule(id, LocalDateTime.ofInstant(Instant.now().plusSeconds(3600), MIAMI), "America/New_York")
                .statusCode(200);
        return id;
    }

    private String draft(String content, String visibility) {
        return as(ana).contentType(ContentType.JSON)
                .body(
                        visibility == null
                                ? Map.of("content", content)
                                : Map.of("content", content, "visibility", visibility))
                .post("/api/social/drafts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse schedule(String id, LocalDateTime at, String zone) {
        return as(ana).contentType(ContentType.JSON)
                .body(Map.of("at", at.toString(), "zone", zone))
                .put("/api/social/drafts/" + id + "/schedule")
                .then();
    }

    private void publish() {
        try {
            VertxContextSupport.subscribeAndAwait(publishDueDrafts::publish);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
