package club.panamia.auth.session;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an address: the part that a provider's many customers share, enough to tell one's own line from a stranger's.
 * The first 24 bits of an IPv4 address, the first 48 of an IPv6 one.
 */
final class AddressPrefix {

    private static final int IPV4_BYTES = 4;
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;

    private AddressPrefix() {}

    /** As in {@code 203.0.113.0/24}; null for what is no address. */
    static @Nullable String of(@Nullable String address) {
        var bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return null;
        }
        try {
            // An IPv4 address in an IPv6 one (::ffff:203.0.113.7) becomes what it is.
            return prefix(InetAddress.getByAddress(bytes).getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String prefix(byte[] address) throws UnknownHostException {
        var kept = address.length == IPV4_BYTES ? IPV4_KEPT : IPV6_KEPT;
        var prefix = Arrays.copyOf(Arrays.copyOf(address, kept), address.length);
        return NetUtil.toAddressString(InetAddress.getByAddress(prefix)) + "/" + kept * Byte.SIZE;
    }
}
