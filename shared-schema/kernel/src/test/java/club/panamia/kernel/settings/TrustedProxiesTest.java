package club.panamia.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    @Test
    void areNobodyWhereNoneIsNamed() {
        assertThat(settings(Map.of()).getOptionalValue("quarkus.http.proxy.proxy-address-forwarding", boolean.class))
                .isEmpty();
        assertThat(settings(Map.of("TRUSTED_PROXIES", " "))
                        .getOptionalValue("quarkus.http.proxy.proxy-address-forwarding", boolean.class))
                .isEmpty();
    }

    @Test
    void areTheOnlyOnesWhoseAddressesCount() {
        var settings = settings(Map.of("TRUSTED_PROXIES", "10.0.0.0/8,127.0.0.1"));

        assertThat(settings.getValue("quarkus.http.proxy.proxy-address-forwarding", boolean.class))
                .isTrue();
        assertThat(settings.getValues("quarkus.http.proxy.trusted-proxies", String.class))
                .containsExactly("10.0.0.0/8", "127.0.0.1");
        assertThat(settings.getValue("quarkus.http.proxy.allow-x-forwarded", boolean.class))
                .isTrue();
    }

    /** Links are built from PUBLIC_URL alone, whatever a proxy says of the host. */
    @Test
    void neverNameTheHost() {
        assertThat(settings(Map.of("TRUSTED_PROXIES", "127.0.0.1"))
                        .getValue("quarkus.http.proxy.enable-forwarded-host", boolean.class))
                .isFalse();
    }

    private static SmallRyeConfig settings(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withSources(new HouseConfig())
                .build();
    }
}
