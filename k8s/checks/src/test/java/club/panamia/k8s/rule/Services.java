package club.panamia.k8s.rule;

import club.panamia.dev.layout.SuiteService;
import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All seven are there, each with everything that belongs to it. */
final class Services implements Rule {

    private static final List<String> BELONGINGS =
            List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "HorizontalPodAutoscaler");

    @Override
    public Stream<String> broken(Manifests manifests) {
        return Arrays.stream(SuiteService.values()).flatMap(service -> ofService(manifests, service));
    }

    private static Stream<String> ofService(Manifests manifests, SuiteService service) {
        var missing = BELONGINGS.stream()
                .filter(kind -> manifests.find(kind, service.module()).isEmpty())
                .map(kind -> "%s/%s: is missing".formatted(kind, service.module()));
        var policy = manifests.find("NetworkPolicy", service.id() + "-egress").isPresent()
                ? Stream.<String>of()
                : Stream.of("NetworkPolicy/%s-egress: is missing".formatted(service.id()));
        return Stream.of(
                        missing,
                        policy,
                        manifests.find("Deployment", service.module()).stream().flatMap(Services::ofDeployment))
                .flatMap(all -> all);
    }

    private static Stream<String> ofDeployment(Resource deployment) {
        var account = deployment.pod().at("serviceAccountName").text().equals(deployment.name());
        var spread = deployment.pod().at("topologySpreadConstraints").items().size() == 2;
        var replicas = deployment.spec().at("replicas").present();
        return Stream.of(
                        account ? Stream.<String>of() : Stream.of("runs under another account than its own"),
                        spread ? Stream.<String>of() : Stream.of("must be spread over zones and nodes"),
                        replicas ? Stream.of("has replicas, which are the autoscaler's business") : Stream.<String>of())
                .flatMap(all -> all)
                .map(fault -> deployment + ": " + fault);
    }
}
