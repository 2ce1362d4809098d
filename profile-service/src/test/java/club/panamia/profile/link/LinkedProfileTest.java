package club.panamia.profile.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.problem.ProblemType;
import club.panamia.profile.link.Link.State;
import club.panamia.profile.profile.ProfileProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LinkedProfileTest {

    private static final Instant NOW = Instant.parse("2030-05-01T10:00:00Z");

    private final LinkedProfile ana = shown("ana");
    private final LinkedProfile bakery = shown("bakery");

    @Test
    void waitsForTheOther() {
        var asked = ana.ask(bakery, NOW);

        assertThat(ana.links).containsExactly(new Link("bakery", State.ASKED, NOW));
        assertThat(bakery.links).containsExactly(new Link("ana", State.RECEIVED, NOW));
        assertThat(asked).isEqualTo(new LinkedProfile.Asked("ana", "owner of ana", "bakery", "owner of bakery"));
    }

    @Test
    void isShownOnceBothWantIt() {
        ana.ask(bakery, NOW);

        bakery.accept(ana, NOW);

        assertThat(ana.links).containsExactly(new Link("bakery", State.ACCEPTED, NOW));
        assertThat(bakery.links).containsExactly(new Link("ana", State.ACCEPTED, NOW));
    }

    @Test
    void cannotBeAcceptedByWhoAsked() {
        ana.ask(bakery, NOW);

        refused(LinkProblem.NOBODY_ASKED, () -> ana.accept(bakery, NOW));
        refused(LinkProblem.NO_SUCH_LINK, () -> shown("carla").accept(ana, NOW));
    }

    @Test
    void isAskedForOnce() {
        ana.ask(bakery, NOW);
        refused(LinkProblem.ALREADY_ASKED, () -> ana.ask(bakery, NOW));
        refused(LinkProblem.ALREADY_ASKED, () -> bakery.ask(ana, NOW));

        bakery.accept(ana, NOW);
        refused(LinkProblem.ALREADY_LINKED, () -> ana.ask(bakery, NOW));
        refused(LinkProblem.ALREADY_LINKED, () -> bakery.accept(ana, NOW));
    }

    @Test
    void canBeEndedByEitherAtAnyTime() {
        ana.ask(bakery, NOW);
        assertThat(bakery.end(ana).state()).isEqualTo("received");
        ana.ask(bakery, NOW);
        assertThat(ana.end(bakery).state()).isEqualTo("asked");
        ana.ask(bakery, NOW);
        bakery.accept(ana, NOW);
        assertThat(ana.end(bakery).state()).isEqualTo("accepted");

        assertThat(ana.links).isEmpty();
        assertThat(bakery.links).isEmpty();
        refused(LinkProblem.NO_SUCH_LINK, () -> ana.end(bakery));
    }

    @Test
    void isBetweenProfilesOfTheDirectory() {
        var draft = shown("draft");
        draft.active = false;
        var unclaimed = shown("unclaimed");
        unclaimed.userId = null;

        refused(LinkProblem.NOT_IN_DIRECTORY, () -> draft.ask(ana, NOW));
        refused(ProfileProblem.NO_SUCH_PROFILE, () -> ana.ask(draft, NOW));
        refused(ProfileProblem.NO_SUCH_PROFILE, () -> ana.ask(unclaimed, NOW));
    }

    @Test
    void isOneOfTwentyAtEitherEnd() {
        for (var i = 0; i < LinkedProfile.MOST; i++) {
            ana.ask(shown("other " + i), NOW);
            shown("asker " + i).ask(bakery, NOW);
        }

        refused(LinkProblem.TOO_MANY_LINKS, () -> ana.ask(shown("one more"), NOW));
        refused(LinkProblem.TOO_MANY_LINKS, () -> shown("one more").ask(bakery, NOW));
        assertThat(ana.links).hasSize(LinkedProfile.MOST);
        assertThat(bakery.links).hasSize(LinkedProfile.MOST);
    }

    @Test
    void isNotAcceptedBeyondTwenty() {
        var links = new ArrayList<Link>();
        for (var i = 0; i < LinkedProfile.MOST; i++) {
            links.add(new Link("other " + i, State.ACCEPTED, NOW));
        }
        bakery.links = links;
        ana.ask(bakery, NOW);

        refused(LinkProblem.TOO_MANY_LINKS, () -> bakery.accept(ana, NOW));
        assertThat(ana.links).containsExactly(new Link("bakery", State.ASKED, NOW));
    }

    private static LinkedProfile shown(String id) {
        var profile = new LinkedProfile();
        profile.id = id;
        profile.userId = "owner of " + id;
        profile.active = true;
        profile.links = List.of();
        return profile;
    }

    private static void refused(ProblemType type, ThrowingCallable act) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(act)
                .matches(problem -> problem.type() == type, type.slug());
    }
}
