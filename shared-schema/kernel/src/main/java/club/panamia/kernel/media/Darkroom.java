package club.panamia.kernel.media;

import static club.panamia.kernel.problem.CommonProblem.OVERLOADED;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Where pictures are drawn anew: on few threads of its own, since each takes memory, and with a short queue. */
@Singleton
public class Darkroom {

    private static final int WAITING = 16;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final WorkerExecutor workers;
    private final int places;
    private final AtomicInteger taken = new AtomicInteger();

    Darkroom(Vertx vertx, MediaSettings settings) {
        workers = vertx.createSharedWorkerExecutor("darkroom", settings.workers());
        places = settings.workers() + WAITING;
    }

    /** The picture in all sizes; refused with 503 when too many wait. */
    Uni<Picture> develop(byte[] upload) {
        return work(() -> Picture.of(upload));
    }

    /** Anything else that is made of an upload and computes; refused likewise. */
    public <T> Uni<T> work(Callable<T> work) {
        return Uni.createFrom().deferred(() -> takePlace(work));
    }

    private <T> Uni<T> takePlace(Callable<T> work) {
        if (taken.incrementAndGet() > places) {
            taken.decrementAndGet();
            throw OVERLOADED.because("Many pictures are coming in.").retryAfter(SOON);
        }
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(work, false).toCompletionStage())
                .onTermination()
                .invoke(() -> taken.decrementAndGet());
    }
}
