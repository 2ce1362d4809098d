package club.panamia.dev;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stands in for a service or the migrator in a checkout made by {@link FakeCheckout}. What it does depends on the file
 * {@code behaviour} in its folder: {@code fail} ends at once, {@code silent} is never ready; the migrator refuses to go up
 * where it finds {@code edited-migration} in the checkout.
 */
final class FakeApp {

    private FakeApp() {}

    public static void main(String... arguments) throws IOException {
        var port = System.getenv("PORT");
        if (port == null) {
            migrate(String.join(" ", arguments));
            return;
        }
        var behaviour = Path.of("behaviour");
        var asked = Files.exists(behaviour) ? Files.readString(behaviour) : "";
        if ("fail".equals(asked)) {
            System.out.println("cannot start: the fake was told to fail");
            System.exit(3);
        }
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders("silent".equals(asked) ? 503 : 200, -1);
            exchange.close();
        });
        server.createContext("/", exchange -> {
            var body = ("fake on " + port).getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        var database = System.getenv("POSTGRES_URL").replaceAll(".*@127.0.0.1:(\\d+)/.*", "$1");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(Integer.parseInt(database))));
    }

    private static void migrate(String command) {
        System.out.println("migrator " + command + " on " + System.getenv("POSTGRES_DIRECT_URL"));
        if ("up".equals(command) && Files.exists(Path.of("edited-migration"))) {
            System.out.println("0001_first.sql was edited after it was applied");
            System.exit(1);
        }
    }

    /** Whether the database was still there when this service was asked to end. */
    private static void tell(int database) {
        try (var socket = new Socket("127.0.0.1", database)) {
            System.out.println("ended while the database answered on " + socket.getPort());
        } catch (IOException e) {
            System.out.println("ended without a database");
        }
        System.out.flush();
    }
}
