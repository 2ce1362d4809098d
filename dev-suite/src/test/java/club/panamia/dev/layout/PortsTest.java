package club.panamia.dev.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.dev.process.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void countsEveryPortFromTheBase() {
        var ports = new Ports(Ports.DEFAULT_BASE);

        assertThat(ports.frontDoor()).isEqualTo(8080);
        assertThat(ports.of(SuiteService.AUTH)).isEqualTo(8081);
        assertThat(ports.of(SuiteService.OPS)).isEqualTo(8087);
        assertThat(ports.all().values()).doesNotHaveDuplicates().allMatch(port -> port >= 8080 && port < 8120);
    }

    @Test
    void saysWhichPortIsTakenAndWhoWantsIt() throws IOException {
        var ports = Ports.free();
        try (var taken = new ServerSocket(ports.of(SuiteService.PROFILE), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::mustBeFree)
                    .isInstanceOf(Fault.class)
                    .hasMessageStartingWith(
                            "Port %d, meant for the profile-service, is in use".formatted(taken.getLocalPort()))
                    .hasMessageContaining("--port-base 18080");
        }
    }

    @Test
    void findsARangeThatIsFree() {
        assertThatCode(() -> Ports.free().mustBeFree()).doesNotThrowAnyException();
    }
}
