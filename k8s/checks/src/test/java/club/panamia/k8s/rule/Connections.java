package club.panamia.k8s.rule;

import club.panamia.k8s.pooler.PgBouncerIni;
import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.stream.Stream;

/**
 * However many pods the autoscalers make, and one more of each during a rollout: their connections fit into what PostgreSQL has,
 * less what is kept for others. And a service's own pool is at most twice its pooler's: more would only wait there.
 */
final class Connections implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        var ini = PgBouncerIni.of(manifests);
        var needed = poolers(manifests)
                .mapToInt(pooler -> pods(pooler, manifests) * ini.connectionsOf(pooler))
                .sum();
        var budget = manifests.configMap("connection-budget").root().at("data");
        var free = number(budget, "MAX_CONNECTIONS")
                - number(budget, "RESERVED_FOR_SUPERUSERS")
                - number(budget, "RESERVED_FOR_MIGRATOR_AND_ADMINISTRATORS")
                - number(budget, "RESERVED_FOR_SIDECAR_APPS");
        var own = number(manifests.configMap("settings").root().at("data"), "DB_POOL_SIZE");
        return Stream.of(
                        needed <= free
                                ? Stream.<String>of()
                                : Stream.of(
                                        "ConfigMap/connection-budget: the pods may hold %d connections, of which there are %d"
                                                .formatted(needed, free)),
                        own <= 2 * ini.poolSize()
                                ? Stream.<String>of()
                                : Stream.of("ConfigMap/settings: DB_POOL_SIZE %d is more than twice the pooler's %d"
                                        .formatted(own, ini.poolSize())))
                .flatMap(all -> all);
    }

    private static Stream<Resource> poolers(Manifests manifests) {
        return manifests
                .of("Deployment")
                .filter(deployment -> deployment.allContainers().stream()
                        .anyMatch(container -> container.at("name").text().equals("pgbouncer")));
    }

    /** At the most: all that the autoscaler may make, and those of a rollout. */
    private static int pods(Resource deployment, Manifests manifests) {
        var most = manifests
                .find("HorizontalPodAutoscaler", deployment.name())
                .map(scaler -> scaler.spec().at("maxReplicas"))
                .orElse(deployment.spec().at("replicas"));
        return most.number(1)
                + deployment.spec().at("strategy", "rollingUpdate", "maxSurge").number(0);
    }

    private static int number(Node values, String name) {
        return Integer.parseInt(values.at(name).text());
    }
}
