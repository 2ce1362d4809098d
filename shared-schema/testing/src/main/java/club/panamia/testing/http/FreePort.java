package club.panamia.testing.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * A port on loopback that nobody has, from below those that systems give to outgoing connections: between two servers on it no
 * connection of the same test can take it.
 */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int BEHIND_LAST = 32_000;
    private static final int TRIES = 1000;

    private FreePort() {}

    public static int find() {
        var random = RandomGenerator.getDefault();
        for (var i = 0; i < TRIES; i++) {
            var port = random.nextInt(FIRST, BEHIND_LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from %d to %d".formatted(FIRST, BEHIND_LAST));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
