package club.panamia.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "127.0.0.1, 127.0.0.0/24",
        "2001:db8:1234:5678:9abc:def0:1234:5678, 2001:db8:1234::/48",
        "::1, ::/48",
        "::ffff:203.0.113.77, 203.0.113.0/24",
        "fe80::1%eth0, fe80::/48"
    })
    void keepsWhatManyShare(String address, String prefix) {
        assertThat(AddressPrefix.of(address)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "203.0.113", "203.0.113.0/24", "example.org"})
    void keepsNothingOfWhatIsNoAddress(String text) {
        assertThat(AddressPrefix.of(text)).isNull();
    }

    @Test
    void keepsNothingOfNothing() {
        assertThat(AddressPrefix.of(null)).isNull();
    }
}
