package club.panamia.k8s.rule;

import club.panamia.k8s.pooler.PgBouncerIni;
import club.panamia.k8s.render.Manifests;
import java.util.stream.Stream;

/** Where strangers come: no secret in the manifests, PostgreSQL's certificate is verified, people come by https. */
final class Guarded implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        var ini = PgBouncerIni.of(manifests);
        var https = manifests
                .configMap("settings")
                .root()
                .at("data", "PUBLIC_URL")
                .text()
                .startsWith("https://");
        return Stream.of(
                        manifests.of("Secret").map(secret -> secret + ": does not belong into the manifests"),
                        ini.setting("server_tls_sslmode").equals("verify-full")
                                        && !ini.setting("server_tls_ca_file").isEmpty()
                                ? Stream.<String>of()
                                : Stream.of("ConfigMap/pgbouncer: server_tls_sslmode must be verify-full"),
                        https ? Stream.<String>of() : Stream.of("ConfigMap/settings: PUBLIC_URL must begin with https"))
                .flatMap(all -> all);
    }
}
