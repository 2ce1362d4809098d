package club.panamia.k8s.rule;

import club.panamia.k8s.pooler.PgBouncerIni;
import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * However many pods the autoscalers make, and one more of each during a rollout: their connections fit into what PostgreSQL has,
 * less what is kept for others; those to a replica into what it has, which is never less than its primary's. And a service's own
 * pool is at most twice its pooler's: more would only wait there.
 */
final class Connections implements Rule {

    private static final String PRIMARY = "pana";
    private static final String REPLICA = "pana_read";

    /** What poolers may hold while one more of them is started: each has one pool for each role. */
    static int held(int poolers, int surge, int roles, int poolSize) {
        return (poolers + surge) * roles * poolSize;
    }

    @Override
    public Stream<String> broken(Manifests manifests) {
        var budget = manifests.configMap("connection-budget").root().at("data");
        var forAll = number(budget, "MAX_CONNECTIONS") - number(budget, "RESERVED_FOR_SUPERUSERS");
        var forOthers = number(budget, "RESERVED_FOR_MIGRATOR_AND_ADMINISTRATORS")
                + number(budget, "RESERVED_FOR_SIDECAR_APPS");
        return Stream.of(
                        tooMany(held(manifests, PRIMARY), forAll - forOthers, "connections"),
                        tooMany(held(manifests, REPLICA), forAll, "connections to the replica"),
                        tooBig(manifests))
                .flatMap(all -> all);
    }

    private static Stream<String> tooMany(int held, int free, String what) {
        return held <= free
                ? Stream.of()
                : Stream.of("ConfigMap/connection-budget: the pods may hold %d %s, of which there are %d"
                        .formatted(held, what, free));
    }

    private static Stream<String> tooBig(Manifests manifests) {
        var ini = PgBouncerIni.of(manifests);
        var own = number(manifests.configMap("settings").root().at("data"), "DB_POOL_SIZE");
        return ini.databases().keySet().stream()
                .map(ini::poolSize)
                .filter(size -> own > 2 * size)
                .map(size ->
                        "ConfigMap/settings: DB_POOL_SIZE %d is more than twice the pooler's %d".formatted(own, size));
    }

    private static int held(Manifests manifests, String database) {
        var poolSize = PgBouncerIni.of(manifests).poolSize(database);
        var users = users(manifests, database);
        return poolers(manifests)
                .mapToInt(pooler -> held(
                        most(pooler, manifests),
                        pooler.spec()
                                .at("strategy", "rollingUpdate", "maxSurge")
                                .number(0),
                        roles(pooler, users),
                        poolSize))
                .sum();
    }

    private static Stream<Resource> poolers(Manifests manifests) {
        return manifests
                .of("Deployment")
                .filter(deployment -> deployment.allContainers().stream()
                        .anyMatch(container -> container.at("name").text().equals("pgbouncer")));
    }

    /** The services that ask this database, each as a role of its own. */
    private static List<String> users(Manifests manifests, String database) {
        var label = database.equals(REPLICA) ? "panamia.club/replica" : "panamia.club/database";
        return manifests
                .of("Deployment")
                .filter(deployment -> deployment.labels().at(label).present())
                .map(Resource::name)
                .toList();
    }

    /** A central pooler serves them all, a sidecar the service of its pod. */
    private static int roles(Resource pooler, List<String> users) {
        if (pooler.name().equals("pooler")) {
            return users.size();
        }
        return users.contains(pooler.name()) ? 1 : 0;
    }

    /** All that the autoscaler may make. */
    private static int most(Resource deployment, Manifests manifests) {
        return manifests
                .find("HorizontalPodAutoscaler", deployment.name())
                .map(scaler -> scaler.spec().at("maxReplicas"))
                .orElse(deployment.spec().at("replicas"))
                .number(1);
    }

    private static int number(Node values, String name) {
        return Integer.parseInt(values.at(name).text());
    }
}
