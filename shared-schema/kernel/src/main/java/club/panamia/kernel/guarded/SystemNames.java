package club.panamia.kernel.guarded;

import club.panamia.kernel.guarded.Refused.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks the operating system, which blocks: on a few threads of its own, so that a slow name server delays nobody else. */
@Singleton
class SystemNames implements NameLookup {

    private static final int THREADS = 8;

    private final WorkerExecutor workers;

    SystemNames(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("name-lookup", THREADS);
    }

    @Override
    public Uni<List<InetAddress>> addressesOf(String host) {
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
                        .toCompletionStage())
                .onFailure(UnknownHostException.class)
                .transform(unknown -> new Refused(Reason.UNKNOWN_HOST, host, unknown));
    }
}
