package club.panamia.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @Test
    void understandsEachCommand() {
        assertThat(Command.parse("up")).isEqualTo(new Command.Up());
        assertThat(Command.parse("status")).isEqualTo(new Command.Status());
        assertThat(Command.parse("validate")).isEqualTo(new Command.Validate());
        assertThat(Command.parse("roles")).isEqualTo(new Command.Roles());
        assertThat(Command.parse("rollback", "3")).isEqualTo(new Command.Rollback(3, false));
        assertThat(Command.parse("rollback", "--accept-loss", "1")).isEqualTo(new Command.Rollback(1, true));
        assertThat(Command.parse("new-sidecar", "pets")).isEqualTo(new Command.NewSidecar("pets", false));
        assertThat(Command.parse("new-sidecar", "pets", "--auth")).isEqualTo(new Command.NewSidecar("pets", true));
        assertThat(Command.parse("rotate-keys")).isEqualTo(new Command.RotateKeys(false));
        assertThat(Command.parse("rotate-keys", "--leaked")).isEqualTo(new Command.RotateKeys(true));
        assertThat(Command.parse("oauth-client", "disable", "shop"))
                .isEqualTo(new Command.OAuthClient(new ClientCommand.Enable("shop", false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "down",
                "up now",
                "status all",
                "rollback",
                "rollback 1 2",
                "rollback --force",
                "new-sidecar",
                "new-sidecar a b",
                "rotate-keys --now"
            })
    void answersAnythingElseWithTheUsage(String words) {
        assertThatThrownBy(() -> Command.parse(words.isEmpty() ? new String[0] : words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("usage: migrate COMMAND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "1x", "99999"})
    void wantsANumberToRollBack(String count) {
        assertThatThrownBy(() -> Command.parse("rollback", count)).hasMessageContaining("for example: rollback 1");
    }
}
