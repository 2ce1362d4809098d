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

import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Posts of somebody of this server. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class AudienceTest extends AudienceCross {

    private Person ana;

    @Override
    String handle() {
        return "ana";
    }

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
    void hidesEverythingOfWhoIsHiddenOrSuspended() {
        for (var change : List.of(
                "UPDATE social_actors a SET standing = 'suspended' FROM profiles p WHERE p.id = a.profile_id AND"
                        + " p.user_id = ?",
                "UPDATE profiles SET active = false WHERE user_id = ?",
                "UPDATE profiles SET social_eligible = false WHERE user_id = ?")) {
            hides(change);
        }
    }

    @Test
    void hidesEverythingOfWhoIsLocked() {
        // They are signed in no longer.
        viewers.remove("the author");

        hides("UPDATE users SET locked_at = now() WHERE id = ?");
    }

    private void hides(String change) {
        sql.run(change, ana.id());
        mayRead.replaceAll((kind, before) -> Set.of());
        decidesWhoReadsAPostItsHistoryAndItsThread();
        sql.run("UPDATE users SET locked_at = NULL");
        sql.run("UPDATE social_actors SET standing = 'good'");
        sql.run("UPDATE profiles SET active = true, social_eligible = true");
        assertThat(anonymous()
                        .get(STATUSES + "/" + posts.get(Visibility.PUBLIC))
                        .statusCode())
                .isEqualTo(200);
    }
}
