package club.panamia.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCommandTest {

    @Test
    void understandsARegistration() {
        var words = List.of(
                "add",
                "shop",
                "--name",
                "The shop",
                "--grant",
                "authorization_code",
                "--grant",
                "token_exchange",
                "--redirect",
                "https://shop.example/cb",
                "--audience",
                "pana",
                "--scope",
                "orders",
                "--first-party");

        assertThat(ClientCommand.parse(words))
                .isEqualTo(new ClientCommand.Add(new ClientRegistration(
                        "shop",
                        "The shop",
                        List.of("authorization_code", "token_exchange"),
                        List.of("https://shop.example/cb"),
                        List.of("pana"),
                        List.of("orders"),
                        false,
                        true)));
    }

    @Test
    void understandsTheRest() {
        assertThat(ClientCommand.parse(List.of("list"))).isEqualTo(new ClientCommand.ListAll());
        assertThat(ClientCommand.parse(List.of("enable", "shop"))).isEqualTo(new ClientCommand.Enable("shop", true));
        assertThat(ClientCommand.parse(List.of("new-secret", "shop"))).isEqualTo(new ClientCommand.NewSecret("shop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "show",
                "list all",
                "disable",
                "enable a b",
                "add",
                "add --grant",
                "add shop --loud",
                "add a-b c-d"
            })
    void answersAnythingElseWithTheUsage(String words) {
        assertThatThrownBy(() -> ClientCommand.parse(words.isEmpty() ? List.of() : List.of(words.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("usage: oauth-client COMMAND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add Shop --grant client_credentials | 'Shop' cannot be a client's id",
                "add pana --grant client_credentials | 'pana' cannot be a client's id",
                "add shop | --grant is needed",
                "add shop --grant password | --grant is needed",
                "add shop --grant client_credentials --public | A --public client",
                "add shop --grant authorization_code | --redirect belongs to",
                "add shop --grant client_credentials --redirect https://a.example | --redirect belongs to",
                "add shop --grant client_credentials --audience pana | Only a --first-party client",
                "add shop --grant client_credentials --scope a\"b | 'a\"b' is no scope",
                "add shop --grant authorization_code --redirect http://a.example/cb | 'http://a.example/cb' cannot",
                "add shop --grant authorization_code --redirect https://a.example/cb#x | 'https://a.example/cb#x' cannot",
                "add shop --grant authorization_code --redirect javascript:alert(1) | 'javascript:alert(1)' cannot",
                "add shop --grant authorization_code --redirect https://u@a.example/ | 'https://u@a.example/' cannot"
            })
    void refusesWhatWouldNotBeSafe(String callAndComplaint) {
        var parts = callAndComplaint.split(" \\| ");

        assertThatThrownBy(() -> ClientCommand.parse(List.of(parts[0].split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(parts[1]);
    }
}
