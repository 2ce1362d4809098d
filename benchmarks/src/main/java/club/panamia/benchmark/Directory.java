package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.stage.Peer;
import club.panamia.benchmark.stage.Stage;
import club.panamia.benchmark.stage.Way;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Fault;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What searches of the directory take among 10,000 and among 100,000 people, beside the peer that asks the same. */
final class Directory {

    static final String NAME = "directory";

    private static final List<Integer> SIZES = List.of(10_000, 100_000);
    private static final int COMPARED = 20;

    private final Stage stage;
    private final DirectoryTable table = new DirectoryTable();
    private final HttpClient client = HttpClient.newHttpClient();

    private Directory(Stage stage) {
        this.stage = stage;
    }

    static void measure(Path root) throws SQLException {
        if (!Peer.isPossible()) {
            System.out.println("Node.js is not installed: the directory is not measured without its peer.");
            return;
        }
        try (var stage = Stage.open(root)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop-directory"));
            var directory = new Directory(stage);
            directory.run();
            new Results(root).replace(NAME, directory.table.text() + "\n" + Results.machine() + "\n");
        }
    }

    private void run() throws SQLException {
        stage.start(Set.of(SuiteService.PROFILE), Way.DIRECT);
        try (var peer = Peer.start(stage, NAME, SuiteService.PROFILE)) {
            var known = 0;
            for (var size : SIZES) {
                grow(known, size);
                known = size;
                for (var search : Search.all()) {
                    compare(search);
                    measure(search, size, peer);
                }
            }
        }
    }

    private void grow(int from, int until) throws SQLException {
        try (var connection = stage.connect()) {
            Neighbours.grow(connection, from, until);
        }
    }

    private void measure(Search search, int size, Peer peer) {
        var ours = SearchCost.of(search, stage, stage.pid(SuiteService.PROFILE), stage.port(SuiteService.PROFILE));
        var peers = SearchCost.of(search, stage, peer.pid(), stage.peerPort());
        System.out.println(table.add(search, size, ours, peers));
    }

    /** A peer that finds other people would measure something else. */
    private void compare(Search search) {
        for (var call : search.calls().subList(0, COMPARED)) {
            var ours = found(call, stage.port(SuiteService.PROFILE));
            var peers = found(call, stage.peerPort());
            if (!ours.equals(peers)) {
                throw new Fault("The peer answers %s otherwise: %s instead of %s.".formatted(call.path(), peers, ours));
            }
        }
    }

    /** The ids of those who were found, or how many they were. */
    private List<Object> found(Call call, int port) {
        var answer = new JsonObject(body(call, port));
        return answer.containsKey("total")
                ? List.of(answer.getInteger("total"))
                : answer.getJsonArray("items").stream()
                        .map(item -> ((JsonObject) item).getValue("id"))
                        .toList();
    }

    private String body(Call call, int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()));
        call.headers().forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new Fault("No answer to %s: %s".formatted(call.path(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
