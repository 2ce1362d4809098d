package club.panamia.k8s.rule;

import club.panamia.k8s.pooler.PgBouncerIni;
import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.stream.Stream;

/**
 * Every service reaches PostgreSQL through a pooler in transaction mode. Beside the pod it is the first init container and stays
 * (a native sidecar): started before the service, stopped after it, so without a preStop, which would run at once.
 */
final class Poolers implements Rule {

    private static final String LABEL = "panamia.club/database";

    @Override
    public Stream<String> broken(Manifests manifests) {
        var central = manifests.find("Deployment", "pooler").isPresent();
        var pods = manifests
                .of("Deployment")
                .filter(deployment -> deployment.labels().at(LABEL).present());
        return Stream.of(
                        settings(PgBouncerIni.of(manifests), manifests),
                        pods.flatMap(deployment -> central ? withoutSidecar(deployment) : withSidecar(deployment)))
                .flatMap(all -> all);
    }

    private static Stream<String> withoutSidecar(Resource deployment) {
        return deployment.initContainers().isEmpty()
                ? Stream.of()
                : Stream.of(deployment + ": has a pooler of its own beside the central one");
    }

    private static Stream<String> withSidecar(Resource deployment) {
        var first = deployment.initContainers().stream().findFirst().orElse(Node.of(null));
        return Stream.of(
                        expect(
                                first.at("name").text().equals("pgbouncer"),
                                "must have pgbouncer as its first init container"),
                        expect(
                                first.at("restartPolicy").text().equals("Always"),
                                "its pgbouncer must stay: restartPolicy Always"),
                        expect(
                                first.at("startupProbe").present(),
                                "its pgbouncer needs a startupProbe, for which the service waits"),
                        expect(!first.at("lifecycle").present(), "its pgbouncer must have no preStop"),
                        expect(
                                deployment
                                        .podLabels()
                                        .at("panamia.club/postgres")
                                        .text()
                                        .equals("direct"),
                                "its pgbouncer may not reach PostgreSQL"))
                .flatMap(all -> all)
                .map(fault -> deployment + ": " + fault);
    }

    private static Stream<String> settings(PgBouncerIni ini, Manifests manifests) {
        var cached = manifests
                .configMap("settings")
                .root()
                .at("data", "DB_CACHE_STATEMENTS")
                .text()
                .equals("true");
        return Stream.of(
                        expect(ini.setting("pool_mode").equals("transaction"), "pool_mode must be transaction"),
                        expect(ini.setting("auth_type").equals("scram-sha-256"), "auth_type must be scram-sha-256"),
                        expect(
                                ini.number("max_prepared_statements") > 0 == cached,
                                "DB_CACHE_STATEMENTS must be true exactly where max_prepared_statements is set"),
                        expect(
                                ini.setting("ignore_startup_parameters").equals("extra_float_digits"),
                                "ignore_startup_parameters must be extra_float_digits and nothing else"),
                        expect(isSoon(ini.number("query_wait_timeout")), "query_wait_timeout must be 1 to 5 seconds"),
                        expect(
                                isSoon(ini.number("server_connect_timeout")),
                                "server_connect_timeout must be 1 to 5 seconds"),
                        expect(ini.number("server_login_retry") == 1, "server_login_retry must be 1 second"))
                .flatMap(all -> all)
                .map(fault -> "ConfigMap/pgbouncer: " + fault);
    }

    private static boolean isSoon(int seconds) {
        return seconds >= 1 && seconds <= 5;
    }

    private static Stream<String> expect(boolean holds, String fault) {
        return holds ? Stream.of() : Stream.of(fault);
    }
}
