package club.panamia.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the addresses of the primary and of a read replica. */
class DatabasesTest {

    private static final String PRIMARY = "postgres://pana_ops:one@pooler:6432/pana";
    private static final String REPLICA = "postgres://pana_ops:two@pooler:6432/pana_read";

    @Test
    void aReplicaIsASourceOfItsOwn() {
        var config = config(Map.of("POSTGRES_URL", PRIMARY, "POSTGRES_URL_READ", REPLICA));

        assertThat(value(config, "quarkus.datasource.reactive.url"))
                .isEqualTo("vertx-reactive:postgresql://pooler:6432/pana");
        assertThat(value(config, "quarkus.datasource.replica.reactive.url"))
                .isEqualTo("vertx-reactive:postgresql://pooler:6432/pana_read");
        assertThat(value(config, "quarkus.datasource.replica.password")).isEqualTo("two");
    }

    @Test
    void withoutAnAddressThereIsNoReplica() {
        var config = config(Map.of("POSTGRES_URL", PRIMARY));

        assertThat(config.getOptionalValue("quarkus.datasource.replica.reactive.url", String.class))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarkus.datasource.reactive.", "quarkus.datasource.replica.reactive."})
    void anAuthorityVerifiesBoth(String source) {
        var config = config(Map.of("POSTGRES_URL", PRIMARY, "DB_CA_FILE", "/run/ca.crt"));

        assertThat(value(config, source + "postgresql.ssl-mode")).isEqualTo("verify-full");
        assertThat(value(config, source + "hostname-verification-algorithm")).isEqualTo("HTTPS");
        assertThat(value(config, source + "trust-certificate-pem.certs")).isEqualTo("/run/ca.crt");
    }

    private static String value(SmallRyeConfig config, String name) {
        return config.getValue(name, String.class);
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withSources(new HouseConfig())
                .build();
    }
}
