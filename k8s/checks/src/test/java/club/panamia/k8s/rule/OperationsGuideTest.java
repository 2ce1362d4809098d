package club.panamia.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.SuiteService;
import club.panamia.k8s.render.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manifests set, and where they let services go, stands in docs/operations.md. */
class OperationsGuideTest {

    private List<String> guide;

    @BeforeEach
    void read() throws IOException {
        guide = Files.readAllLines(Overlay.K8S.resolve("../docs/operations.md"));
    }

    static List<Overlay> apps() {
        return Overlay.APPS;
    }

    @ParameterizedTest
    @MethodSource("apps")
    void knowsEverySettingOfAnOverlay(Overlay overlay) {
        var settings = overlay.manifests().configMap("settings").root().at("data").map().keySet().stream()
                .map(String::valueOf);

        assertThat(settings)
                .allSatisfy(setting -> assertThat(guide).anyMatch(line -> line.startsWith("| `" + setting + "` |")));
    }

    @ParameterizedTest
    @EnumSource
    void namesWhatAServiceReachesOutside(SuiteService service) {
        var policy = Overlay.PRODUCTION
                .manifests()
                .find("NetworkPolicy", service.id() + "-egress")
                .orElseThrow();
        var reaches = policy.root()
                .at("metadata", "annotations")
                .at("panamia.club/egress")
                .text();

        assertThat(guide).contains("| %s | %s |".formatted(service.module(), reaches));
    }

    @Test
    void namesEverySecretThatMustBeThere() {
        var text = String.join("\n", guide);
        var secrets = Overlay.PRODUCTION.manifests().of("ExternalSecret").map(secret -> "`" + secret.name() + "`");

        assertThat(secrets.filter(name -> !name.endsWith("-service`")))
                .allSatisfy(name -> assertThat(text).contains(name));
        assertThat(text).contains("`auth-service` … `ops-service` (`POSTGRES_URL`, `userlist.txt`");
    }
}
