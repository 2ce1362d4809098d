package club.panamia.auth.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeaverTest {

    private static final Actor ANA = new Actor("ana", "Ana", Set.of("member"), "session");
    private static final Leaver.HeldRow ROW = new Leaver.HeldRow("ana", "ana@example.org a2@example.org", "Ana", false);
    private static final Leaver.HeldRow ADMIN_ROW = new Leaver.HeldRow("ana", "ana@example.org", "Ana", true);
    private static final Leaver.HeldRow OTHER_ADMIN = new Leaver.HeldRow("eva", "eva@example.org", "Eva", true);

    @Test
    void leavesWithAllAddresses() {
        var leaver = Leaver.of(List.of(ROW, OTHER_ADMIN), ANA);

        assertThat(leaver.leave("r1")).isEqualTo(new Leaver.Deleted("ana", "r1"));
        assertThat(leaver.addresses()).containsExactly("ana@example.org", "a2@example.org");
    }

    @Test
    void leavesANameOnlyWhereThatIsWished() {
        var leaver = Leaver.of(List.of(ROW), ANA);

        assertThat(leaver.credit(Authorship.KEEP)).isEqualTo("Ana");
        assertThat(leaver.credit(Authorship.ANONYMISE)).isNull();
    }

    @Test
    void staysAsTheOnlyAdministrator() {
        assertThatThrownBy(() -> Leaver.of(List.of(ADMIN_ROW), ANA).leave("r1"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().slug()).isEqualTo("leaving-blocked"));

        assertThat(Leaver.of(List.of(ADMIN_ROW, OTHER_ADMIN), ANA).leave("r1")).isNotNull();
    }

    @Test
    void cannotLeaveTwice() {
        assertThatThrownBy(() -> Leaver.of(List.of(OTHER_ADMIN), ANA))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().slug()).isEqualTo("not-signed-in"));
    }
}
