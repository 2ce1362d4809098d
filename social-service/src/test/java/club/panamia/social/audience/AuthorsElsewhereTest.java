package club.panamia.social.audience;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Fediverse;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Posts of somebody of another server. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class AuthorsElsewhereTest extends AudienceCross {

    private String zoe;

    @Override
    String handle() {
        return "Zoe@elsewhere.example";
    }

    @BeforeEach
    void postsAndViewers() {
        Fediverse.stranger("zoe");
        zoe = sql.one(String.class, "UPDATE social_actors SET indexable = true WHERE username = 'zoe' RETURNING id");
        var recipient = joined("Rita");
        for (var visibility : Visibility.values()) {
            if (visibility != Visibility.LOCAL) {
                posts.put(visibility, said(visibility, recipient));
            }
        }
        viewer("anonymous", EVERYBODYS, Callers::anonymous);
        viewer("a member without an actor", MEMBERS, new Seed().person("Mia"));
        viewer("a stranger", MEMBERS, joined("Stella"));
        viewer("one whose wish to follow waits", MEMBERS, following("Pia", "pending"));
        viewer("a follower", FOLLOWERS, following("Flor", "accepted"));
        viewer("one who is named in it", ALL, recipient);
        viewer("one who is blocked", Set.of(), apart("Bruno", "target_actor_id, actor_id"));
        viewer("one who blocks", Set.of(), apart("Bea", "actor_id, target_actor_id"));
        viewer("one who keeps their server away", Set.of(), keepingAway("Kai", "elsewhere.example"));
        viewer("one who keeps another server away", MEMBERS, keepingAway("Kim", "where.example"));
    }

    private String said(Visibility visibility, Person recipient) {
        var id = sql.one(String.class, """
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published, is_remote)
                VALUES ('https://elsewhere.example/' || pana_id(), ?, ?::social_visibility, '<p>Hola</p>', now(), true) RETURNING id""", zoe, visibility.label());
        sql.run("""
                INSERT INTO social_recipients (status_id, uri, actor_id, field, published)
                SELECT s.id, 'x', ?, 'to', s.published FROM social_statuses s WHERE s.id = ?""", actorId(recipient), id);
        sql.run("""
                INSERT INTO social_tags (status_id, type, name, published)
                SELECT s.id, 'Hashtag', '#x', s.published FROM social_statuses s WHERE s.id = ?""", id);
        return id;
    }

    private Person following(String name, String state) {
        var person = joined(name);
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at) VALUES (?, ?,"
                        + " ?::social_follow_status, now())",
                actorId(person),
                zoe,
                state);
        return person;
    }

    private Person apart(String name, String columns) {
        var person = joined(name);
        sql.run("INSERT INTO internal.actor_block (%s) VALUES (?, ?)".formatted(columns), actorId(person), zoe);
        return person;
    }

    private Person keepingAway(String name, String domain) {
        var person = joined(name);
        sql.run("INSERT INTO internal.server_block (actor_id, domain) VALUES (?, ?)", actorId(person), domain);
        return person;
    }

    @Test
    void leavesWhoIsLimitedToTheirFollowers() {
        sql.run("UPDATE social_actors SET standing = 'limited' WHERE id = ?", zoe);
        mayRead.replaceAll((kind, before) -> hearsAtHome(kind) ? before : Set.of());

        decidesWhoReadsAPostItsHistoryAndItsThread();
        decidesWhatIsOnEachList();
        decidesWhoLikesAndBoostsAndAnswers();
    }

    @Test
    void hidesEverythingOfWhoIsSuspended() {
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE id = ?", zoe);
        mayRead.replaceAll((kind, before) -> Set.of());

        decidesWhoReadsAPostItsHistoryAndItsThread();
        decidesWhatIsOnEachList();
        decidesWhoLikesAndBoostsAndAnswers();
    }

    /** We are not the ones to tell of them. */
    @Test
    void areNoDocumentsOfOurs() {
        for (var path :
                new String[] {"/ap/statuses/" + posts.get(Visibility.PUBLIC), "/ap/actors/" + zoe + "/outbox"}) {
            assertThat(Callers.anonymous()
                            .header("Accept", "application/activity+json")
                            .get(path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void areShownWithTheWholeHandleOfTheirAuthor() {
        var read = Callers.anonymous()
                .get(STATUSES + "/" + posts.get(Visibility.PUBLIC))
                .then()
                .extract()
                .jsonPath();

        assertThat(read.getString("actor.username")).isEqualTo("zoe");
        assertThat(read.getString("actor.domain")).isEqualTo("elsewhere.example");
        assertThat(Callers.anonymous()
                        .get("/api/social/actors/zoe@elsewhere.example")
                        .then()
                        .extract()
                        .jsonPath()
                        .getString("id"))
                .isEqualTo(zoe);
    }

    @Test
    void areHandedOnKeptAndReported() {
        var stella = viewers.get("a stranger");
        var path = STATUSES + "/" + posts.get(Visibility.PUBLIC);
        var fan = joined("Fan");
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT ?, a.id, 'accepted', now() FROM social_actors a WHERE a.username = 'Stella'""", actorId(fan));

        stella.get().put(path + "/boost").then().statusCode(204);
        stella.get().put(path + "/bookmark").then().statusCode(204);
        stella.get()
                .contentType("application/json")
                .body("{\"reason\": \"spam\"}")
                .put(path + "/report")
                .then()
                .statusCode(204);

        assertThat(as(fan).get("/api/social/timelines/home")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("items.id", String.class))
                .containsExactly(posts.get(Visibility.PUBLIC));
        assertThat(stella.get()
                        .get("/api/social/bookmarks")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("items.id", String.class))
                .containsExactly(posts.get(Visibility.PUBLIC));
        assertThat(sql.one(String.class, "SELECT actor_id FROM internal.social_report"))
                .isEqualTo(zoe);
    }
}
