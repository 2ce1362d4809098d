package club.panamia.kernel.media;

import static club.panamia.kernel.problem.CommonProblem.OVERLOADED;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Where pictures are drawn anew: on few threads of its own, since each takes memory, and with a short queue. */
@Singleton
class Darkroom {

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
        return Uni.createFrom().deferred(() -> takePlace(upload));
    }

    private Uni<Picture> takePlace(byte[] upload) {
        if (taken.incrementAndGet() > places) {
            taken.decrementAndGet();
            throw OVERLOADED.because("Many pictures are coming in.").retryAfter(SOON);
        }
        return work(upload).onTermination().invoke(() -> taken.decrementAndGet());
    }

    private Uni<Picture> work(byte[] upload) {
        return Uni.createFrom()
                .completionStage(() ->
                        workers.executeBlocking(() -> Picture.of(upload), false).toCompletionStage());
    }
}
