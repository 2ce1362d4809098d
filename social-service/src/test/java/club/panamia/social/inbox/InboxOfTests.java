package club.panamia.social.inbox;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Works through what has come in when a test says so, on a context as the scheduler has one. */
@ApplicationScoped
public class InboxOfTests {

    private final WorkThroughInbox work;
    private final Vertx vertx;

    InboxOfTests(WorkThroughInbox work, Vertx vertx) {
        this.work = work;
        this.vertx = vertx;
    }

    public void drain() {
        Uni.createFrom()
                .<Void>emitter(emitter -> {
                    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
                    VertxContextSafetyToggle.setContextSafe(context, true);
                    context.runOnContext(ignored -> work.run().subscribe().with(emitter::complete, emitter::fail));
                })
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
