package club.panamia.social.leaver;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.database.Traces;
import club.panamia.testing.seed.Asked;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Actor and posts when their person leaves, or wants to see them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SocialLifeOfAPersonTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Asked asked = new Asked();

    @Inject
    EventPump pump;

    @Inject
    EncryptionKeys keys;

    private Person ana;
    private Person ben;

    @BeforeEach
    void actors() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        actor(ana, "ana");
        actor(ben, "ben");
        sql.run("UPDATE social_actors SET public_key = 'key-of-' || username");
        sql.run("INSERT INTO social_statuses (uri, actor_id, visibility, content, published) SELECT"
                + " 'https://pana.example/' || username, id, 'public', 'Hola from ' || username, now() FROM"
                + " social_actors");
        sql.run("INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)"
                + " SELECT a.id, b.id, 'accepted', now() FROM social_actors a, social_actors b WHERE a.id <> b.id");
        sql.run("INSERT INTO social_likes (actor_id, status_id) SELECT a.id, s.id FROM social_actors a,"
                + " social_statuses s WHERE a.username = 'ana' AND s.actor_id <> a.id");
    }

    @Test
    void areCopied() {
        var pair = " SELECT a.id, b.id FROM social_actors a, social_actors b WHERE a.username = 'ana' AND b.username ="
                + " 'ben'";
        sql.run("INSERT INTO internal.actor_block (actor_id, target_actor_id)" + pair);
        sql.run("INSERT INTO internal.actor_mute (actor_id, target_actor_id)" + pair);
        sql.run("INSERT INTO internal.server_block (actor_id, domain) SELECT id, username || '.example' FROM"
                + " social_actors");
        sql.run("INSERT INTO internal.social_import (actor_id, kind, mode) SELECT id, 'servers', 'merge' FROM"
                + " social_actors");
        sql.run(
                "INSERT INTO internal.social_import_row (import_id, place, action, value, state, due_at) SELECT i.id, 1, 'add',"
                        + " a.username || '.example', 'waiting', now() FROM internal.social_import i JOIN social_actors a ON a.id ="
                        + " i.actor_id");
        sql.run("INSERT INTO internal.boost (actor_id, status_id) SELECT actor_id, status_id FROM social_likes");
        sql.run("INSERT INTO internal.status_revision (status_id, content, said_at) SELECT s.id, 'Was ' || a.username,"
                + " now() FROM social_statuses s JOIN social_actors a ON a.id = s.actor_id");
        sql.run("INSERT INTO internal.bookmark (actor_id, status_id) SELECT actor_id, status_id FROM social_likes");
        sql.run("INSERT INTO internal.pinned_status (actor_id, status_id, place) SELECT actor_id, id, 1 FROM"
                + " social_statuses");
        sql.run(
                "INSERT INTO internal.post_filter (actor_id, phrase, whole_word, contexts, action) SELECT id, 'Not for ' ||"
                        + " username, true, '{home}', 'hide' FROM social_actors");
        sql.run("INSERT INTO internal.proven_link (actor_id, value, url) SELECT id, 'x', 'https://' || username ||"
                + " '.example' FROM social_actors");
        reports();
        sql.run(
                "INSERT INTO internal.social_upload (actor_id, type, media_type, bytes) SELECT id, 'audio', 'audio/ogg', 7"
                        + " FROM social_actors");
        sql.run(
                "INSERT INTO internal.post_draft (actor_id, body) SELECT id, jsonb_build_object('content', 'Soon ' || username)"
                        + " FROM social_actors");
        var request = asked.forACopy(ana, addresses());

        pump();

        var part = new JsonPath(asked.part(request, "social-service"));
        assertThat(part.getList("actor.username")).containsExactly("ana");
        assertThat(part.getList("posts.content")).containsExactly("Hola from ana");
        assertThat(part.getList("follows")).hasSize(2);
        assertThat(part.getList("likes")).hasSize(1);
        assertThat(part.getList("boosts")).hasSize(1);
        assertThat(part.getList("unheard.kind")).containsExactlyInAnyOrder("block", "mute");
        assertThat(part.getList("serversKeptAway.domain")).containsExactly("ana.example");
        assertThat(part.getString("imports[0].lines[0].value")).isEqualTo("ana.example");
        assertThat(part.getList("formerWordings.content")).containsExactly("Was ana");
        assertThat(part.getList("bookmarks.post")).containsExactly("https://pana.example/ben");
        assertThat(part.getList("filters.phrase")).containsExactly("Not for ana");
        assertThat(part.getList("provenLinks.url")).containsExactly("https://ana.example");
        assertThat(part.getList("pinned.post")).containsExactly("https://pana.example/ana");
        assertThat(part.getList("reports.note")).containsExactly("Reported by ana");
        assertThat(part.getList("drafts.body.content")).containsExactly("Soon ana");
        assertThat(part.getList("uploads.bytes")).containsExactly(7);
    }

    @Test
    void leaveTheirUploadsToTheSweeper() {
        sql.run("INSERT INTO internal.social_upload (actor_id, status_id, attached_at, type, media_type, bytes)"
                + " SELECT actor_id, id, now(), 'audio', 'audio/ogg', 7 FROM social_statuses");
        sql.run(
                "INSERT INTO social_attachments (id, status_id, type, media_type, url, description) SELECT u.id, status_id,"
                        + " 'audio', 'audio/ogg', 'x', 'Voice of ' || a.username FROM internal.social_upload u JOIN"
                        + " social_actors a ON a.id = u.actor_id");
        var actor = sql.one(String.class, "SELECT id FROM social_actors WHERE username = 'ana'");
        asked.tell("auth.user.deleted", ana, asked.forErasure(ana, addresses(), null));

        pump();

        assertThat(Traces.of("Voice of ana")).isEmpty();
        assertThat(Traces.of(actor)).doesNotContain("internal.social_upload.actor_id");
        assertThat(sql.rows("SELECT actor_id IS NULL AS nobodys, status_id IS NULL AS loose FROM internal.social_upload"
                        + " ORDER BY actor_id NULLS FIRST"))
                .first()
                .satisfies(upload ->
                        assertThat(upload).containsEntry("nobodys", true).containsEntry("loose", true));
    }

    /** Each has reported the other; what ben said ana has settled. */
    private void reports() {
        sql.run("INSERT INTO internal.social_report (about, actor_id, reporter_id, reason, note) SELECT 'actor', a.id,"
                + " r.id, 'spam', 'Reported by ' || lower(r.screenname) FROM social_actors a JOIN users r ON"
                + " lower(r.screenname) <> a.username");
        sql.run(
                "UPDATE internal.social_report SET outcome = 'dismissed', settled_at = now(), settled_by = ?"
                        + " WHERE reporter_id = ?",
                ana.id(),
                ben.id());
    }

    @Test
    void leaveNothingOfThePersonInReports() {
        var cleo = seed.person("Cleo");
        actor(cleo, "cleo");
        reports();
        asked.tell("auth.user.deleted", ana, asked.forErasure(ana, addresses(), null));

        pump();

        assertThat(sql.list(String.class, "SELECT note FROM internal.social_report"))
                .containsExactlyInAnyOrder(null, "Reported by ben", null, "Reported by cleo");
        assertThat(Traces.of("Reported by ana")).isEmpty();
        assertThat(sql.one(
                        Long.class,
                        "SELECT count(*) FROM internal.social_report WHERE reporter_id = ? OR settled_by = ?",
                        ana.id(),
                        ana.id()))
                .isZero();
    }

    @Test
    void goAndAreNotCountedAnyMore() {
        sql.run(
                "INSERT INTO internal.post_draft (actor_id, body) SELECT id, jsonb_build_object('content', 'Soon ' || username)"
                        + " FROM social_actors");
        var request = asked.forErasure(ana, addresses(), null);
        asked.tell("auth.user.deleted", ana, request);

        pump();

        assertThat(sql.rows("SELECT username, followers_count, following_count FROM social_actors"))
                .singleElement()
                .satisfies(actor -> assertThat(actor)
                        .containsEntry("username", "ben")
                        .containsEntry("followers_count", 0)
                        .containsEntry("following_count", 0));
        assertThat(sql.rows("SELECT content, likes_count FROM social_statuses"))
                .singleElement()
                .satisfies(post -> assertThat(post)
                        .containsEntry("content", "Hola from ben")
                        .containsEntry("likes_count", 0));
        assertThat(Traces.of("Hola from ana")).isEmpty();
        assertThat(Traces.of("Soon ana")).isEmpty();
        assertThat(sql.list(String.class, "SELECT uri FROM internal.tombstone WHERE told ORDER BY uri"))
                .containsExactly("https://pana.example/ana", "https://pana.example/ap/ana");
        assertThat(asked.done(request)).containsExactly("social-service");
    }

    private void actor(Person person, String username) {
        sql.run(
                "INSERT INTO social_actors (username, domain, profile_id, uri, inbox_url, outbox_url, followers_url,"
                        + " following_url, public_key) VALUES (?, 'pana.example', ?, ?, 'i', 'o', 'f', 'g', 'k')",
                username,
                seed.approvedProfile(person),
                "https://pana.example/ap/" + username);
    }

    private byte[] addresses() {
        return SealedAddresses.seal(List.of("Ana@Example.org", "other@example.org"), ana.id(), keys);
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
