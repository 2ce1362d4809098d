package club.panamia.social.upload;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Uploaded.isOnDisk;
import static club.panamia.social.Uploaded.memo;
import static club.panamia.social.Uploaded.picture;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.media.BlobStore;
import club.panamia.social.upkeep.Overdue;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SweepUploadsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @Inject
    SweepUploads sweepUploads;

    @Inject
    Overdue overdue;

    @Inject
    BlobStore blobs;

    @Inject
    Pool pool;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void takesTheFilesOfADirectPostThatIsOverAndOfNoOther() {
        var over = memo(ana);
        var stays = memo(ana);
        send(over);
        sql.run("UPDATE social_statuses SET expires_at = now() - interval '1 second'");
        send(stays);

        overdue.purge();
        sweep();

        assertThat(rows()).containsExactly(stays);
        assertThat(isOnDisk(over)).isFalse();
        assertThat(isOnDisk(stays)).isTrue();
        assertThat(sql.list(String.class, "SELECT id FROM social_attachments")).containsExactly(stays);
    }

    @Test
    void goesOnWhereACrashHasEndedIt() {
        var purged = memo(ana);
        var claimed = memo(ana);
        var emptied = memo(ana);
        List.of(purged, claimed, emptied).forEach(this::send);
        sql.run("UPDATE social_statuses SET expires_at = now() - interval '1 second'");
        overdue.purge();
        sql.run("UPDATE internal.social_upload SET state = 'removing' WHERE id IN (?, ?)", claimed, emptied);
        blobs.remove("social/" + emptied).await().atMost(SOON);

        sweep();

        assertThat(rows()).isEmpty();
        assertThat(List.of(purged, claimed, emptied)).noneMatch(id -> isOnDisk(id));
    }

    @Test
    void waitsADayForThePost() {
        var fresh = picture(ana);
        var old = picture(ana);
        var shown = picture(ana);
        post(ana, showing(draft("Hola", "public"), shown)).statusCode(201);
        sql.run("UPDATE internal.social_upload SET created_at = now() - interval '25 hours' WHERE id <> ?", fresh);

        sweep();

        assertThat(rows()).containsExactly(fresh, shown);
        assertThat(isOnDisk(old)).isFalse();
    }

    @Test
    void takesAtOnceWhatWasThrownAwayOrDeletedOrWhosePersonIsGone() {
        var discarded = picture(ana);
        var deleted = picture(ana);
        var left = picture(ben);
        var post = post(ana, showing(draft("Hola", "public"), deleted))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        as(ana).delete("/api/social/media/" + discarded).then().statusCode(204);
        as(ana).delete("/api/social/statuses/" + post).then().statusCode(204);
        sql.run("DELETE FROM social_actors WHERE id = ?", actorId(ben));

        sweep();

        assertThat(rows()).isEmpty();
        assertThat(List.of(discarded, deleted, left)).noneMatch(id -> isOnDisk(id));
    }

    @Test
    void findsThemAmongManyThatAreShown() {
        sql.run("""
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published)
                SELECT 'u' || n, ?, 'public', 'Hola', now() FROM generate_series(1, 3000) n
                """, actorId(ana));
        sql.run("""
                INSERT INTO internal.social_upload (actor_id, status_id, attached_at, state, type, media_type, bytes)
                SELECT actor_id, id, now(), 'stored', 'audio', 'audio/ogg', 1 FROM social_statuses
                """);
        sql.run("ANALYZE internal.social_upload");

        var plan = Plan.of(pool, Uploads.CLAIM, Tuple.of(200));

        assertThat(plan).contains("social_upload_loose_idx").doesNotContain("Seq Scan");
    }

    private void send(String memo) {
        var draft = draft("", "direct");
        draft.put("recipientActorIds", List.of(actorId(ben)));
        draft.put("attachments", List.of(Map.of("id", memo)));
        post(ana, draft).statusCode(201);
    }

    private void sweep() {
        sweepUploads.run().await().atMost(SOON);
    }

    private List<String> rows() {
        return sql.list(String.class, "SELECT id FROM internal.social_upload ORDER BY id");
    }
}
