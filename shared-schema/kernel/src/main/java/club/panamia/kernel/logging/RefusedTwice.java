package club.panamia.kernel.logging;

import java.util.logging.LogRecord;

/**
 * What Vert.x' SQL pool says of a wait for a connection that its full queue has refused: its timer goes off all the same, and finds
 * the answer given. Under overload that is a stack trace for each request that was answered with 503 long before.
 */
final class RefusedTwice {

    private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

    private RefusedTwice() {}

    static boolean isSaidBy(LogRecord line) {
        return line.getThrown() instanceof IllegalStateException late && isThrownIn(late.getStackTrace());
    }

    /** By the promise that is kept already, which the timer's lambda in {@code execute} would break. */
    private static boolean isThrownIn(StackTraceElement[] trace) {
        return trace.length > 1
                && trace[0].getClassName().equals("io.vertx.core.Promise")
                && trace[1].getClassName().equals(POOL)
                && trace[1].getMethodName().startsWith("lambda$execute$");
    }
}
