package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.stream.Stream;

/**
 * A pod that must go is first not ready, then drains, then its pooler ends: all of it fits into the grace, and not being ready
 * lasts until every proxy has heard of it.
 */
final class Grace implements Rule {

    /** For the JVM to end, and PgBouncer after it. */
    private static final int GOODBYE = 10;

    /** Between a pod that is not ready and the last proxy that knows. */
    private static final int PROPAGATION = 5;

    @Override
    public Stream<String> broken(Manifests manifests) {
        var settings = manifests.configMap("settings").root().at("data");
        var delay = seconds(settings.at("SHUTDOWN_DELAY"));
        var timeout = seconds(settings.at("SHUTDOWN_TIMEOUT"));
        return manifests
                .of("Deployment")
                .filter(deployment ->
                        deployment.labels().at("panamia.club/database").present())
                .flatMap(deployment -> Stream.concat(
                        tooShort(deployment, preStop(deployment) + delay + timeout + GOODBYE),
                        unheard(deployment, delay)));
    }

    private static Stream<String> tooShort(Resource deployment, int needed) {
        var grace = deployment.pod().at("terminationGracePeriodSeconds").number(30);
        return needed <= grace
                ? Stream.of()
                : Stream.of("%s: needs %d s to end and has %d".formatted(deployment, needed, grace));
    }

    private static Stream<String> unheard(Resource deployment, int delay) {
        var probe = deployment.containers().getFirst().at("readinessProbe");
        var heard = probe.at("periodSeconds").number(10)
                        * probe.at("failureThreshold").number(3)
                + PROPAGATION;
        return heard <= delay
                ? Stream.of()
                : Stream.of("%s: is known to be not ready after %d s and serves for %d"
                        .formatted(deployment, heard, delay));
    }

    private static int preStop(Resource deployment) {
        return deployment.containers().stream()
                .mapToInt(container ->
                        container.at("lifecycle", "preStop", "sleep", "seconds").number(0))
                .max()
                .orElse(0);
    }

    private static int seconds(Node duration) {
        return Integer.parseInt(duration.text().replace("s", ""));
    }
}
