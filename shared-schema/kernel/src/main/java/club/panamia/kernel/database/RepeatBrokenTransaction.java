package club.panamia.kernel.database;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A transaction whose connection broke before its COMMIT was sent has done nothing: it is begun anew, for three seconds. So a
 * pooler may be started again under load without a change being refused. Once COMMIT is sent nobody knows, and the caller is told.
 */
@WithTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class RepeatBrokenTransaction {

    /** Whether the work of a transaction is done, and its COMMIT comes next; only the outermost call has it. */
    static final String DONE = "pana.transaction.done";

    private static final String WITHIN = "pana.transaction.within";

    @AroundInvoke
    Object around(InvocationContext call) {
        return Uni.createFrom().deferred(() -> isWithinAnother() ? proceed(call) : repeated(call));
    }

    private static boolean isWithinAnother() {
        return ContextLocals.get(WITHIN).isPresent();
    }

    private static Uni<?> repeated(InvocationContext call) {
        var done = new AtomicBoolean();
        call.getContextData().put(DONE, done);
        ContextLocals.put(WITHIN, done);
        return LostConnection.survive(
                        () -> proceed(call).map(Object.class::cast),
                        lost -> !done.get() && LostConnection.isBehind(lost))
                .eventually(() -> ContextLocals.remove(WITHIN));
    }

    private static Uni<?> proceed(InvocationContext call) {
        try {
            return (Uni<?>) call.proceed();
        } catch (Exception thrown) {
            return Uni.createFrom().failure(thrown);
        }
    }
}
