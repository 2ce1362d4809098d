package club.panamia.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.dev.layout.Ports;
import club.panamia.dev.process.Fault;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void runsWithDemoDataOnTheUsualPortsWhenNothingIsSaid() {
        assertThat(Options.parse())
                .isEqualTo(
                        new Options(false, false, Options.Action.RUN, java.util.Optional.empty(), java.util.List.of()));
    }

    @Test
    void takesOptionsInAnyOrder() {
        var options = Options.parse("--port-base", "18080", "--smoke", "--fresh");

        assertThat(options.action()).isEqualTo(Options.Action.SMOKE);
        assertThat(options.fresh()).isTrue();
        assertThat(options.ports()).contains(new Ports(18080));
    }

    @Test
    void leavesWhatFollowsACommandToTheCommand() {
        var options = Options.parse("--fresh", "--with", "npm", "test", "--fresh");

        assertThat(options.action()).isEqualTo(Options.Action.BESIDE);
        assertThat(options.command()).containsExactly("npm", "test", "--fresh");
        assertThatThrownBy(() -> Options.parse("--with")).hasMessageStartingWith("--with needs a command");
    }

    @Test
    void namesAnOptionItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse("--frsh"))
                .isInstanceOf(Fault.class)
                .hasMessage("'--frsh' is not an option: bin/dev --help lists them.");
    }

    @Test
    void refusesAPortBaseThatIsNoPort() {
        assertThatThrownBy(() -> Options.parse("--port-base")).hasMessageContaining("--port-base needs a port number");
        assertThatThrownBy(() -> Options.parse("--port-base", "http")).hasMessageContaining("needs a port number");
        assertThatThrownBy(() -> Options.parse("--port-base", "80")).hasMessageContaining("between 1024 and 65495");
    }

    @Test
    void refusesTwoActionsAtOnce() {
        assertThatThrownBy(() -> Options.parse("--stop", "--status")).hasMessageContaining("exclude each other");
    }
}
