package club.panamia.profile.profile;

import static club.panamia.profile.profile.Status.APPROVED;
import static club.panamia.profile.profile.Status.DECLINED;
import static club.panamia.profile.profile.Status.DRAFT;
import static club.panamia.profile.profile.Status.SUBMITTED;
import static club.panamia.profile.profile.Status.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import club.panamia.profile.section.ProfileContent;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Actor ANA = new Actor("pana", "ana", Set.of("member"), "s1");
    private static final Actor ADA = new Actor("pada", "ada", Set.of("member", "admin"), "s2");

    @Test
    void beginsAsADraftOfItsOwner() {
        var profile = profile(DRAFT);

        assertThat(profile.userId).isEqualTo("pana");
        assertThat(profile.email()).isEqualTo("ana@example.org");
        assertThat(profile.standing().active()).isFalse();
        assertThat(profile.content().name()).isEqualTo("Ana");
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "DECLINED"})
    void isSubmittedOnceAndNamesTheVersionThatItGets(Status before) {
        var profile = profile(before);

        var submitted = profile.submit(NOW);

        assertThat(profile.standing().status()).isEqualTo(SUBMITTED);
        assertThat(profile.standing().submittedAt()).isEqualTo(NOW);
        assertThat(submitted).isEqualTo(new Profile.Submitted("p1", "pana", 8));
    }

    @Test
    void isNotSubmittedInOtherStates() {
        assertThat(refusal(() -> profile(SUBMITTED).submit(NOW))).isEqualTo(ProfileProblem.ALREADY_SUBMITTED);
        assertThat(refusal(() -> profile(APPROVED).submit(NOW))).isEqualTo(ProfileProblem.ALREADY_APPROVED);
        assertThat(refusal(() -> profile(SUSPENDED).submit(NOW))).isEqualTo(ProfileProblem.SUSPENDED);
    }

    @Test
    void isSeenByOthersFromItsApprovalOn() {
        var profile = profile(SUBMITTED);
        profile.standing.reviewReason = "Say what you make.";

        var approved = profile.approve(ADA, NOW);

        assertThat(profile.standing().status()).isEqualTo(APPROVED);
        assertThat(profile.standing().active()).isTrue();
        assertThat(profile.standing().reviewedAt()).isEqualTo(NOW);
        assertThat(profile.standing.reviewedBy).isEqualTo("pada");
        assertThat(profile.standing().reviewReason()).isNull();
        assertThat(approved).isEqualTo(new Profile.Approved("p1", "pana", 8));
    }

    @Test
    void goesBackToItsOwnerWithTheReason() {
        var profile = profile(SUBMITTED);

        var declined = profile.decline(ADA, "Say what you make.", NOW);

        assertThat(profile.standing().status()).isEqualTo(DECLINED);
        assertThat(profile.standing().active()).isFalse();
        assertThat(profile.standing().reviewReason()).isEqualTo("Say what you make.");
        assertThat(declined)
                .isEqualTo(new Standing.Declined(
                        "p1", "pana", 8, new Step(Step.Kind.DECLINED, null, "Say what you make.")));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUBMITTED")
    void isDecidedOnOnlyWhileItWaits(Status status) {
        assertThat(refusal(() -> profile(status).approve(ADA, NOW))).isEqualTo(ProfileProblem.NOT_SUBMITTED);
        assertThat(refusal(() -> profile(status).decline(ADA, "No.", NOW))).isEqualTo(ProfileProblem.NOT_SUBMITTED);
    }

    private static Profile profile(Status status) {
        var content = new ProfileContent(
                "Ana", null, null, null, false, null, null, Map.of("art", true), null, null, null, null, null, null);
        var profile = Profile.draft(ANA, "ana@example.org", content);
        profile.id = "p1";
        profile.version = 7;
        profile.standing.status = status;
        return profile;
    }

    private static Object refusal(Runnable verb) {
        return catchThrowableOfType(Problem.class, verb::run).type();
    }
}
