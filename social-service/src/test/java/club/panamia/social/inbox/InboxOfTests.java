package club.panamia.social.inbox;

import static club.panamia.testing.Eventually.eventually;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Works through what has come in when a test says so, on a context as the scheduler has one. */
@ApplicationScoped
public class InboxOfTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sql sql = TestDatabase.get().sql();
    private final WorkThroughInbox work;
    private final Vertx vertx;

    InboxOfTests(WorkThroughInbox work, Vertx vertx) {
        this.work = work;
        this.vertx = vertx;
    }

    /** Until nothing is due, also of what others have begun. */
    public void drain() {
        eventually("nothing is due", PATIENCE, () -> {
            begin().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            return sql.one(
                            Long.class,
                            "SELECT count(*) FROM internal.inbox_activity WHERE state = 'waiting' AND due_at <= now()")
                    == 0;
        });
    }

    /** One round, as the scheduler begins it. */
    CompletableFuture<Void> begin() {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
                    VertxContextSafetyToggle.setContextSafe(context, true);
                    context.runOnContext(ignored -> work.run().subscribe().with(emitter::complete, emitter::fail));
                })
                .subscribeAsCompletionStage();
    }
}
