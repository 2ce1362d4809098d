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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lists, searches and feeds of 50,000 articles take, and what it costs to read one, beside the peer that asks the same. */
final class Articles {

    static final String NAME = "articles";

    private static final int ARTICLES = 50_000;
    private static final int COMPARED = 20;
    private static final int OK = 200;

    private final Stage stage;
    private final ArticlesTable table = new ArticlesTable();
    private final HttpClient client = HttpClient.newHttpClient();

    private Articles(Stage stage) {
        this.stage = stage;
    }

    static void measure(Path root) throws SQLException {
        if (!Peer.isPossible()) {
            System.out.println("Node.js is not installed: articles are not measured without their peer.");
            return;
        }
        try (var stage = Stage.open(root)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop-articles"));
            var articles = new Articles(stage);
            articles.run();
            new Results(root).replace(NAME, articles.table.text() + "\n" + Results.machine() + "\n");
        }
    }

    private void run() throws SQLException {
        try (var connection = stage.connect()) {
            Writing.seed(connection, ARTICLES);
        }
        stage.start(Set.of(SuiteService.CONTENT), Way.DIRECT);
        try (var peer = Peer.start(stage, NAME, SuiteService.CONTENT)) {
            for (var question : ArticleQuestion.all(tagOf("/feeds/json"))) {
                measure(question, peer);
            }
        }
    }

    private void measure(ArticleQuestion question, Peer peer) {
        if (question.isForThePeer()) {
            compare(question);
        }
        var search = question.search();
        var ours = SearchCost.of(search, stage, stage.pid(SuiteService.CONTENT), stage.port(SuiteService.CONTENT));
        var peers = question.isForThePeer() ? SearchCost.of(search, stage, peer.pid(), stage.peerPort()) : null;
        System.out.println(table.add(question, ours, peers));
    }

    /** What a reader of a feed sends who has it already. */
    private String tagOf(String path) {
        return ask(Call.to(path), stage.port(SuiteService.CONTENT))
                .headers()
                .firstValue("ETag")
                .orElseThrow(() -> new Fault("%s has no ETag.".formatted(path)));
    }

    /** A peer that finds other articles would measure something else. */
    private void compare(ArticleQuestion question) {
        for (var call : question.search().calls().subList(0, COMPARED)) {
            var ours = found(call, stage.port(SuiteService.CONTENT));
            var peers = found(call, stage.peerPort());
            if (!ours.equals(peers)) {
                throw new Fault("The peer answers %s otherwise: %s instead of %s.".formatted(call.path(), peers, ours));
            }
        }
    }

    /** The ids of the articles. */
    private List<@Nullable String> found(Call call, int port) {
        var answer = new JsonObject(ask(call, port).body());
        return answer.containsKey("items")
                ? answer.getJsonArray("items").stream()
                        .map(item -> id((JsonObject) item))
                        .toList()
                : List.of(answer.getString("id"));
    }

    private static @Nullable String id(JsonObject item) {
        return item.getJsonObject("article", item).getString("id");
    }

    private HttpResponse<String> ask(Call call, int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()));
        call.headers().forEach(request::header);
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new Fault("%s answers %d: %s".formatted(call.path(), answer.statusCode(), answer.body()));
            }
            return answer;
        } catch (IOException e) {
            throw new Fault("No answer to %s: %s".formatted(call.path(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
