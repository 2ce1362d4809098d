package club.panamia.kernel.guarded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2001:200::1",
                "2a00:1450::1",
                "64:ff9b::1.1.1.1"
            })
    void areAllOthers(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "4000::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void areNotThoseForSpecialPurposes(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void areNotPrivateOnesInTheFormOfIpv6() throws UnknownHostException {
        // The JDK turns such an address into an IPv4 one wherever it can; this one stays.
        var mapped = Inet6Address.getByAddress("mapped", bytes(10, 0, 0, 1), -1);

        assertThat(mapped.getAddress()).hasSize(16);
        assertThat(PublicAddresses.contain(mapped)).isFalse();
        assertThat(PublicAddresses.contain(Inet6Address.getByAddress("mapped", bytes(1, 1, 1, 1), -1)))
                .isTrue();
    }

    private static byte[] bytes(int... ipv4) {
        var bytes = new byte[16];
        Arrays.fill(bytes, 10, 12, (byte) 0xff);
        for (var i = 0; i < 4; i++) {
            bytes[12 + i] = (byte) ipv4[i];
        }
        return bytes;
    }
}
