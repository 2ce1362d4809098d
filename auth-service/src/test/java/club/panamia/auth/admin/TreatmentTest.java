package club.panamia.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TreatmentTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private final Member ada = new Member("ada", "ada@example.org", true);
    private final Member eva = new Member("eva", "eva@example.org", true);
    private final Member ben = new Member("ben", "ben@example.org", false);
    private final Actor adas = new Actor("ada", null, Set.of("member", "admin"), "session");

    @Test
    void locksSomebodyOnceForOneReason() {
        var treatment = new Treatment(adas, List.of(ada), ben);

        assertThat(treatment.lock("spam", NOW)).contains(new Member.Locked("ben"));
        assertThat(treatment.lock("spam", NOW.plusSeconds(1))).isEmpty();
        assertThat(treatment.lock("more spam", NOW.plusSeconds(2))).isPresent();

        assertThat(ben.lockedAt).isEqualTo(NOW);
        assertThat(ben.lockReason).isEqualTo("more spam");
    }

    @Test
    void unlocksOnlyWhoIsLocked() {
        var treatment = new Treatment(adas, List.of(ada), ben);

        assertThat(treatment.unlock()).isEmpty();
        treatment.lock("spam", NOW);
        assertThat(treatment.unlock()).contains(new Member.Unlocked("ben"));

        assertThat(ben.lockedAt).isNull();
        assertThat(ben.lockReason).isNull();
    }

    @Test
    void isNotForOneself() {
        refused("own-account", () -> new Treatment(adas, List.of(ada, eva), ada).lock("tired", NOW));
    }

    @Test
    void isForThoseWhoAreAdministratorsNow() {
        refused("forbidden", () -> new Treatment(adas, List.of(eva), ben));

        ada.lock("spam", NOW);
        refused("forbidden", () -> new Treatment(adas, List.of(ada, eva), ben));
    }

    @Test
    void appointsAndDismissesOnce() {
        var treatment = new Treatment(adas, List.of(ada), ben);

        assertThat(treatment.appoint()).contains(new Member.AdminGranted("ben"));
        assertThat(treatment.appoint()).isEmpty();
        assertThat(treatment.dismiss(List.of())).contains(new Member.AdminRevoked("ben"));
        assertThat(treatment.dismiss(List.of())).isEmpty();
    }

    @Test
    void leavesAnAdministratorWhoCanAct() {
        refused("last-admin", () -> new Treatment(adas, List.of(ada), ada).dismiss(List.of()));

        eva.lock("spam", NOW);
        refused("last-admin", () -> new Treatment(adas, List.of(ada, eva), ada).dismiss(List.of()));
        assertThat(new Treatment(adas, List.of(ada, eva), eva).dismiss(List.of()))
                .isPresent();
    }

    @Test
    void dismissesNobodyWhoWouldRiseAgain() {
        refused(
                "listed-admin",
                () -> new Treatment(adas, List.of(ada, eva), eva).dismiss(List.of(" EVA@example.org ")));
    }

    private static void refused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().slug()).isEqualTo(slug));
    }
}
