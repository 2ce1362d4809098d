package club.panamia.pages;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

/** Serves a folder to this machine only, on any free port. */
record LocalServer(HttpServer server) implements AutoCloseable {

    static LocalServer over(Path folder) throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = SimpleFileServer.createFileServer(anyPort, folder.toAbsolutePath(), OutputLevel.NONE);
        server.start();
        return new LocalServer(server);
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
