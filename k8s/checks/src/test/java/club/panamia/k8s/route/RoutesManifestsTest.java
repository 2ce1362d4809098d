package club.panamia.k8s.route;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.k8s.render.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What stands in the components is what the routes file says; bin/accept-routes takes over what was written here. */
class RoutesManifestsTest {

    private final RoutesManifests routes = new RoutesManifests();

    @Test
    void theIngressLeadsWhereTheRoutesFileSays() throws IOException {
        accepted("ingress/ingress.yaml", routes.ingress());
    }

    @Test
    void theHttpRoutesLeadWhereTheRoutesFileSays() throws IOException {
        accepted("gateway-api/httproutes.yaml", routes.httpRoutes());
    }

    private static void accepted(String file, String generated) throws IOException {
        var written = Overlay.K8S.resolve("checks/target/routes").resolve(file);
        Files.createDirectories(written.getParent());
        Files.writeString(written, generated);

        assertThat(Overlay.K8S.resolve("components").resolve(file))
                .as("k8s/components/%s: run bin/accept-routes and look at the change", file)
                .hasContent(generated);
    }
}
