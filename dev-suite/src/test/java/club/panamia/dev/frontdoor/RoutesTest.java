package club.panamia.dev.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.dev.layout.SuiteService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

    private static final Routes ROUTES = new Routes(Map.of("/api", "wide", "/api/profiles", "narrow"));

    @TempDir
    Path folder;

    @Test
    void theLongestPrefixWins() {
        assertThat(ROUTES.serviceFor("/api/profiles/p1/approval")).contains("narrow");
        assertThat(ROUTES.serviceFor("/api/articles")).contains("wide");
    }

    @Test
    void aPrefixEndsAtASegment() {
        assertThat(ROUTES.serviceFor("/api/profiles")).contains("narrow");
        assertThat(ROUTES.serviceFor("/api/profiles/")).contains("narrow");
        assertThat(ROUTES.serviceFor("/api/profilesque")).contains("wide");
        assertThat(ROUTES.serviceFor("/apidocs")).isEmpty();
        assertThat(ROUTES.serviceFor("/")).isEmpty();
    }

    @Test
    void theRepositoryRoutesEveryServiceAndOnlyThose() {
        var routes = Routes.read(Path.of(System.getProperty("pana.root"), "k8s", "routes.yaml"));

        assertThat(routes.services().values())
                .containsOnly(Arrays.stream(SuiteService.values())
                        .map(SuiteService::module)
                        .toArray(String[]::new));
        assertThat(routes.serviceFor("/.well-known/jwks.json")).contains("auth-service");
        assertThat(routes.serviceFor("/.well-known/webfinger")).contains("social-service");
        assertThat(routes.serviceFor("/ws/mentoring/rooms/1")).contains("mentoring-service");
        assertThat(routes.serviceFor("/q/health")).isEmpty();
    }

    @Test
    void aLineThatIsNoRouteIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("routes.yaml"), "# fine\n/api/auth: auth-service\n- /api\n");

        assertThatThrownBy(() -> Routes.read(file)).hasMessageContaining("'- /api' is not '/path: service'");
    }

    @Test
    void aPathThatStandsThereTwiceIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("routes.yaml"), "/a: one\n/a: two\n");

        assertThatThrownBy(() -> Routes.read(file)).hasMessageContaining("/a stands there twice");
    }
}
