package club.panamia.kernel.guarded;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are public: for IPv4 all but the special-purpose ones, for IPv6 the global unicast block without its
 * special-purpose parts; an IPv4 address inside an IPv6 one counts as itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890</a> and IANA's two special-purpose address registries
 */
final class PublicAddresses {

    private static final List<Block> SPECIAL_IPV4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");
    private static final List<Block> SPECIAL_IPV6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Prefixes whose last four bytes are an IPv4 address: compatible, mapped, translated (RFC 6052). */
    private static final List<Block> WITH_IPV4_INSIDE = blocks("::/96", "::ffff:0:0:0/96", "64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        var bytes = withoutDisguise(address.getAddress());
        return bytes.length == 4
                ? SPECIAL_IPV4.stream().noneMatch(block -> block.contains(bytes))
                : GLOBAL_UNICAST.contains(bytes) && SPECIAL_IPV6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static byte[] withoutDisguise(byte[] bytes) {
        var mapped = bytes.length == 16 && isMapped(bytes);
        return mapped || WITH_IPV4_INSIDE.stream().anyMatch(block -> block.contains(bytes))
                ? Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length)
                : bytes;
    }

    /** {@code ::ffff:0:0/96}; no Block, since the JDK reads its text as an IPv4 address. */
    private static boolean isMapped(byte[] bytes) {
        for (var i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    private static List<Block> blocks(String... cidrs) {
        return Arrays.stream(cidrs).map(Block::of).toList();
    }

    /** Addresses that begin with the same bits. */
    private record Block(byte[] prefix, int bits) {

        static Block of(String cidr) {
            var slash = cidr.indexOf('/');
            return new Block(literal(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            var whole = bits / 8;
            var rest = 8 - bits % 8;
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (bits % 8 == 0 || (address[whole] & 0xff) >> rest == (prefix[whole] & 0xff) >> rest);
        }

        private static byte[] literal(String text) {
            try {
                return InetAddress.getByName(text).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException("not a literal address: " + text, e);
            }
        }
    }
}
