package club.panamia.social.audience;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of viewer × every visibility × every endpoint: one rule decides everywhere. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class AudienceTest {

    private static final String STATUSES = "/api/social/statuses";

    private static final Set<Visibility> EVERYBODYS = Set.of(Visibility.PUBLIC, Visibility.QUIET);
    private static final Set<Visibility> MEMBERS = Set.of(Visibility.PUBLIC, Visibility.QUIET, Visibility.LOCAL);
    private static final Set<Visibility> FOLLOWERS =
            Set.of(Visibility.PUBLIC, Visibility.QUIET, Visibility.LOCAL, Visibility.FOLLOWERS);
    private static final Set<Visibility> ALL_DIRECT = Set.of(Visibility.DIRECT);
    private static final Set<Visibility> ALL = Set.of(Visibility.values());

    private final Sql sql = TestDatabase.get().sql();
    private final Map<Visibility, String> posts = new EnumMap<>(Visibility.class);
    private final Map<String, Set<Visibility>> mayRead = new LinkedHashMap<>();
    private final Map<String, Supplier<RequestSpecification>> viewers = new LinkedHashMap<>();
    private Person ana;

    @BeforeEach
    void postsAndViewers() {
        ana = joined("Ana");
        var follower = joined("Flor");
        var recipient = joined("Rita");
        var blocked = joined("Bruno");
        var asked = joined("Pia");
        follows(follower, ana);
        sql.run("INSERT INTO social_follows (actor_id, target_actor_id) VALUES (?, ?)", actorId(asked), actorId(ana));
        posts.put(Visibility.DIRECT, saidTo(ana, "Hola #x", recipient));
        for (var visibility : FOLLOWERS) {
            posts.put(visibility, said(ana, "Hola #x @rita", visibility.label()));
        }
        blocks(ana, blocked);
        viewer("anonymous", EVERYBODYS, Callers::anonymous);
        viewer("a member without an actor", MEMBERS, new Seed().person("Mia"));
        viewer("a stranger", MEMBERS, joined("Stella"));
        viewer("one whose wish to follow waits", MEMBERS, asked);
        viewer("a follower", FOLLOWERS, follower);
        viewer("one who is named in it", ALL, recipient);
        viewer("one who is blocked", Set.of(), blocked);
        viewer("the author", ALL, ana);
    }

    private void viewer(String kind, Set<Visibility> readable, Person person) {
        viewer(kind, readable, () -> as(person));
    }

    private void viewer(String kind, Set<Visibility> readable, Supplier<RequestSpecification> caller) {
        viewers.put(kind, caller);
        mayRead.put(kind, readable);
    }

    @Test
    void decidesWhoReadsAPostItsHistoryAndItsThread() {
        for (var kind : viewers.keySet()) {
            for (var visibility : Visibility.values()) {
                var path = STATUSES + "/" + posts.get(visibility);
                var expected = mayRead.get(kind).contains(visibility) ? 200 : 404;
                for (var below : List.of("", "/history", "/thread")) {
                    assertThat(viewers.get(kind).get().get(path + below).statusCode())
                            .as("%s reads %s%s", kind, visibility, below)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void decidesWhatIsOnEachList() {
        for (var kind : viewers.keySet()) {
            var readable = mayRead.get(kind);
            lists(kind, STATUSES + "?limit=100", Set.of(Visibility.PUBLIC), readable);
            lists(kind, "/api/social/tags/X/statuses", Set.of(Visibility.PUBLIC, Visibility.LOCAL), readable);
            lists(kind, "/api/social/actors/ana/statuses", FOLLOWERS, readable);
            if (kind.equals("anonymous")) {
                continue;
            }
            lists(kind, "/api/social/timelines/local", Set.of(Visibility.PUBLIC, Visibility.LOCAL), readable);
            lists(kind, "/api/social/timelines/home", hearsAtHome(kind) ? FOLLOWERS : Set.of(), readable);
            lists(kind, "/api/social/mentions", kind.contains("named") ? FOLLOWERS : Set.of(), readable);
            lists(kind, "/api/social/messages", kind.contains("named") ? ALL_DIRECT : Set.of(), readable);
            lists(kind, "/api/social/messages?box=sent", kind.contains("author") ? ALL_DIRECT : Set.of(), readable);
        }
    }

    private static boolean hearsAtHome(String kind) {
        return kind.equals("a follower") || kind.equals("the author");
    }

    private void lists(String kind, String path, Set<Visibility> shown, Set<Visibility> readable) {
        var expected = new ArrayList<String>();
        shown.stream().filter(readable::contains).forEach(visibility -> expected.add(posts.get(visibility)));
        assertThat(viewers.get(kind)
                        .get()
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.id", String.class))
                .as("%s lists %s", kind, path)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void decidesWhoLikesAndBoostsAndAnswers() {
        for (var kind : viewers.keySet()) {
            if (kind.equals("anonymous") || kind.contains("without an actor")) {
                continue;
            }
            for (var visibility : Visibility.values()) {
                var path = STATUSES + "/" + posts.get(visibility);
                var sees = mayRead.get(kind).contains(visibility);
                assertThat(viewers.get(kind).get().put(path + "/like").statusCode())
                        .as("%s likes %s", kind, visibility)
                        .isEqualTo(sees ? 204 : 404);
                assertThat(viewers.get(kind).get().put(path + "/boost").statusCode())
                        .as("%s boosts %s", kind, visibility)
                        .isEqualTo(sees && MEMBERS.contains(visibility) ? 204 : 404);
                assertThat(answer(kind, visibility))
                        .as("%s answers %s", kind, visibility)
                        .isEqualTo(sees);
            }
        }
    }

    /** The author of a direct post answers it to its recipients. */
    private boolean answer(String kind, Visibility visibility) {
        var status = viewers.get(kind)
                .get()
                .contentType(ContentType.JSON)
                .body(Map.of("content", "Yes", "inReplyTo", posts.get(visibility)))
                .post(STATUSES)
                .statusCode();
        assertThat(status).isIn(201, 404);
        return status == 201;
    }

    @Test
    void leavesOutOfAThreadWhatIsNotForTheViewer() {
        var rita = viewers.get("one who is named in it");
        var open = answered(ana, "Open", posts.get(Visibility.PUBLIC));
        var secret = answered(ana, "Psst", posts.get(Visibility.DIRECT));

        assertThat(descendants(anonymous(), posts.get(Visibility.PUBLIC))).containsExactly(open);
        assertThat(descendants(rita.get(), posts.get(Visibility.DIRECT))).containsExactly(secret);
        sql.run("UPDATE social_statuses SET visibility = 'followers' WHERE id = ?", open);
        assertThat(descendants(anonymous(), posts.get(Visibility.PUBLIC))).isEmpty();
        assertThat(descendants(as(ana), posts.get(Visibility.PUBLIC))).containsExactly(open);
    }

    private static List<String> descendants(RequestSpecification viewer, String id) {
        return viewer.get(STATUSES + "/" + id + "/thread")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("descendants.id", String.class);
    }

    /** The author is limited: the cross once more, and nobody but followers and the author is left. */
    @Test
    void leavesWhoIsLimitedToTheirFollowers() {
        sql.run("UPDATE social_actors SET standing = 'limited' WHERE id = ?", actorId(ana));
        mayRead.replaceAll((kind, before) -> hearsAtHome(kind) ? before : Set.of());

        decidesWhoReadsAPostItsHistoryAndItsThread();
        decidesWhatIsOnEachList();
        decidesWhoLikesAndBoostsAndAnswers();
    }

    @Test
    void hidesEverythingOfWhoIsLockedHiddenOrSuspended() {
        for (var change : List.of(
                "UPDATE social_actors a SET standing = 'suspended' FROM profiles p WHERE p.id = a.profile_id AND"
                        + " p.user_id = ?",
                "UPDATE users SET locked_at = now() WHERE id = ?",
                "UPDATE profiles SET active = false WHERE user_id = ?",
                "UPDATE profiles SET social_eligible = false WHERE user_id = ?")) {
            sql.run(change, ana.id());
            mayRead.replaceAll((kind, before) -> Set.of());
            decidesWhoReadsAPostItsHistoryAndItsThread();
            sql.run("UPDATE users SET locked_at = NULL");
            sql.run("UPDATE social_actors SET standing = 'good'");
            sql.run("UPDATE profiles SET active = true, social_eligible = true");
        }
        assertThat(anonymous()
                        .get(STATUSES + "/" + posts.get(Visibility.PUBLIC))
                        .statusCode())
                .isEqualTo(200);
    }
}
