package club.panamia.dev.layout;

import club.panamia.dev.process.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Every port of one suite, all counted from one base: the front door's. */
public record Ports(int base) {

    public static final int DEFAULT_BASE = 8080;

    /** A suite takes ports from its base up to this many above it. */
    private static final int SPAN = 40;

    public Ports {
        if (base < 1024 || base > 65535 - SPAN) {
            throw new Fault("--port-base must be between 1024 and %d, not %d.".formatted(65535 - SPAN, base));
        }
    }

    public int frontDoor() {
        return base;
    }

    public int of(SuiteService service) {
        return base + 1 + service.ordinal();
    }

    /** Of the example sidecar, which is not the suite's to start. */
    public int bookings() {
        return base + 20;
    }

    public int smtp() {
        return base + 25;
    }

    public int postgres() {
        return base + 32;
    }

    public int pooler() {
        return base + 33;
    }

    /** Who takes which port, the front door first. */
    public Map<String, Integer> all() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("front door", frontDoor());
        for (var service : SuiteService.values()) {
            ports.put(service.module(), of(service));
        }
        ports.put("mailbox (SMTP)", smtp());
        ports.put("PostgreSQL", postgres());
        ports.put("PgBouncer", pooler());
        return ports;
    }

    /** Refuses to begin where another program listens already. */
    public void mustBeFree() {
        all().forEach((who, port) -> {
            if (!isFree(port)) {
                throw new Fault(
                        "Port %d, meant for the %s, is in use: end the program that listens there, or move the whole suite with --port-base %d."
                                .formatted(port, who, base == 18080 ? 28080 : 18080));
            }
        });
    }

    /** A base with all its ports free now, away from the usual one and below those that the system hands out. */
    public static Ports free() {
        for (int tries = 0; tries < 200; tries++) {
            var ports = new Ports(20_000 + SPAN * ThreadLocalRandom.current().nextInt(12_000 / SPAN));
            if (ports.all().values().stream().allMatch(Ports::isFree)) {
                return ports;
            }
        }
        throw new Fault("No %d free ports in a row between 20000 and 32000.".formatted(SPAN));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
