package club.panamia.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final Instant NOW = Instant.parse("2030-05-01T12:00:00Z");

    private final User ana = new User();

    @BeforeEach
    void ana() {
        ana.id = "p1";
        ana.email = "Ana@example.org";
        ana.alternateEmails = List.of();
        ana.accountType = AccountType.PERSONAL;
    }

    @Test
    void choosesAScreennameWithoutStartingTheClock() {
        assertThat(ana.rename(Screenname.of("Ana"), NOW)).contains(new User.ScreennameChanged("p1", null, "Ana"));

        assertThat(ana.nextScreennameChange()).isEmpty();
        assertThat(ana.rename(Screenname.of("Ana"), NOW)).isEmpty();
    }

    @Test
    void changesItAgainAfterNinetyDaysToTheSecond() {
        ana.rename(Screenname.of("Ana"), NOW);
        ana.rename(Screenname.of("Anita"), NOW);
        var next = NOW.plus(Duration.ofDays(90));

        assertThat(ana.nextScreennameChange()).contains(next);
        assertThatThrownBy(() -> ana.rename(Screenname.of("Anabel"), next.minusSeconds(1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("90 days");
        assertThat(ana.rename(Screenname.of("Anabel"), next)).isPresent();
    }

    @Test
    void spellsItOtherwiseAtAnyTime() {
        ana.rename(Screenname.of("Ana"), NOW);
        ana.rename(Screenname.of("Anita"), NOW);

        assertThat(ana.rename(Screenname.of("ANITA"), NOW))
                .contains(new User.ScreennameChanged("p1", "Anita", "ANITA"));
        assertThat(ana.nextScreennameChange()).contains(NOW.plus(User.COOLDOWN));
    }

    @Test
    void hasFiveFurtherAddressesAtMostAndEachOnce() {
        for (var i = 0; i < 5; i++) {
            assertThat(ana.adopt(i + "@example.org")).isEqualTo(new User.AddressesChanged("p1"));
        }

        assertThatThrownBy(() -> ana.adopt("0@example.org")).hasMessageContaining("already yours");
        assertThatThrownBy(() -> ana.adopt("ana@example.org")).hasMessageContaining("already yours");
        assertThatThrownBy(() -> ana.adopt("6@example.org")).hasMessageContaining("5 further addresses");
        assertThat(ana.alternateEmails()).hasSize(5);
    }

    @Test
    void letsFurtherAddressesGoButNotItsOwn() {
        ana.adopt("ana@work.example");

        ana.letGo("ana@work.example");

        assertThat(ana.alternateEmails()).isEmpty();
        assertThatThrownBy(() -> ana.letGo("ana@example.org")).isInstanceOf(Problem.class);
    }

    @Test
    void revisesOnlyWhatIsNamed() {
        ana.name = "Ana";
        ana.zipCode = "33135";
        var said = new AccountDetails(null, null, AccountType.HYBRID, null, NotificationPreferences.ALL);

        assertThat(ana.revise(said, List.of("zipCode", "accountType")::contains))
                .isEmpty();

        assertThat(ana.details())
                .isEqualTo(new AccountDetails("Ana", null, AccountType.HYBRID, null, NotificationPreferences.ALL));
    }
}
