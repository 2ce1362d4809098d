package club.panamia.dev.frontdoor;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The processes of one service. Where there are several, each is asked over and over whether it is ready, as a cluster does. */
final class Instances {

    private static final long LOOK_EVERY_MILLIS = 200;
    private static final long PATIENCE_MILLIS = 1_000;

    private final List<Integer> ports;
    private final Set<Integer> notReady = ConcurrentHashMap.newKeySet();
    private final Set<Integer> doubted = ConcurrentHashMap.newKeySet();
    private final Set<Integer> looking = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    Instances(List<Integer> ports) {
        this.ports = List.copyOf(ports);
    }

    /** Looks from now on, and for the first time at once. */
    void watch(Vertx vertx, HttpClient client) {
        if (ports.size() > 1) {
            lookAtAll(client);
            vertx.setPeriodic(LOOK_EVERY_MILLIS, timer -> lookAtAll(client));
        }
    }

    /** Whom to ask, and whom next: the ready ones by turns; whoever is not ready only when all others have failed. */
    Queue<Integer> inTurn() {
        var all = new ArrayList<>(ports);
        Collections.rotate(all, -Math.floorMod(turn.getAndIncrement(), all.size()));
        var queue = new ArrayDeque<Integer>(all.size());
        all.stream().filter(port -> !notReady.contains(port)).forEach(queue::add);
        all.stream().filter(notReady::contains).forEach(queue::add);
        return queue;
    }

    private void lookAtAll(HttpClient client) {
        ports.stream().filter(looking::add).forEach(port -> look(client, port));
    }

    /** One look after the other, so that none is outvoted by an older one. */
    private void look(HttpClient client, int port) {
        client.request(new RequestOptions()
                        .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                        .setMethod(HttpMethod.GET)
                        .setURI("/q/health/ready")
                        .setTimeout(PATIENCE_MILLIS))
                .compose(request -> request.send())
                .onSuccess(answer -> is(port, answer.statusCode() == 200))
                .onFailure(failure -> isSilent(port, failure))
                .onComplete(looked -> looking.remove(port));
    }

    /** A process that is only slow is given a second chance, or a busy machine would be left without any. */
    private void isSilent(int port, Throwable failure) {
        if (failure instanceof ConnectException || !doubted.add(port)) {
            is(port, false);
        }
    }

    private void is(int port, boolean ready) {
        if (ready) {
            notReady.remove(port);
            doubted.remove(port);
        } else {
            notReady.add(port);
        }
    }
}
