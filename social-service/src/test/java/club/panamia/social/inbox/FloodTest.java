package club.panamia.social.inbox;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.social.signature.Form;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A thousand requests that mean ill, as fast as they are refused; whoever sends them shares the machine with this server. The test kit,
 * besides, fails whatever keeps an event loop busy.
 */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FloodTest {

    private static final int EACH = 200;
    private static final int AT_ONCE = 32;

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Not the common pool, on which the client's answers come in. */
    private final ExecutorService sender = Executors.newSingleThreadExecutor();

    private final Semaphore room = new Semaphore(AT_ONCE);
    private Person ana;
    private String ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        var eva = joined("Eva");
        follows(ana, eva);
        for (var n = 0; n < 30; n++) {
            said(eva, "Hola " + n, "public");
        }
        ben = peer.actor("Ben");
        Peer.send(ben, "/ap/inbox", follow(0)).statusCode(202);
        sql.run("DELETE FROM internal.inbox_activity");
    }

    @AfterEach
    void close() {
        sender.close();
        client.close();
        peer.close();
    }

    private JsonObject follow(int n) {
        return new JsonObject()
                .put("id", ben + "/follows/" + n)
                .put("type", "Follow")
                .put("actor", ben)
                .put("object", Callers.PUBLIC_URL + "/ap/actors/" + actorId(ana));
    }

    private HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d/ap/inbox".formatted(RestAssured.port)))
                .header("Content-Type", "application/activity+json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private HttpRequest signed(byte[] sent) {
        var message = Peer.signed(
                ben, Peer.KEYS, Form.CAVAGE, "POST", "/ap/inbox", follow(1).encode());
        var request = HttpRequest.newBuilder(request(sent), (name, value) -> true);
        message.headers().forEach(header -> request.setHeader(header.getKey(), header.getValue()));
        return request.build();
    }

    private CompletableFuture<Integer> send(HttpRequest request) {
        room.acquireUninterruptibly();
        return client.sendAsync(request, BodyHandlers.discarding())
                .whenComplete((answer, failure) -> room.release())
                .thenApply(HttpResponse::statusCode);
    }

    /** Without a signature, as large as can be, nested, no JSON, with a signature of something else. */
    private List<CompletableFuture<Integer>> flood() {
        var large =
                follow(2).put("content", "x".repeat((1 << 20) - 500)).encode().getBytes();
        var kinds = List.of(
                request(follow(2).encode().getBytes()),
                request(("{\"a\":" + "[".repeat(100_000)).getBytes()),
                request(new byte[10_000]),
                signed(follow(3).encode().getBytes()));
        var answers = new ArrayList<CompletableFuture<Integer>>();
        for (var n = 0; n < EACH; n++) {
            kinds.forEach(kind -> answers.add(send(kind)));
            answers.add(send(n % 4 == 0 ? request(large) : kinds.getFirst()));
        }
        return answers;
    }

    private void home() {
        as(ana).get("/api/social/timelines/home").then().statusCode(200);
    }

    @Test
    void isRefusedAndWhoReadsHereIsAnsweredMeanwhile() {
        var flood = CompletableFuture.supplyAsync(this::flood, sender);
        do {
            home();
        } while (!flood.isDone());

        assertThat(flood.join().stream().map(CompletableFuture::join))
                .hasSize(5 * EACH)
                .containsOnly(400, 401);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.inbox_activity"))
                .isZero();
    }
}
