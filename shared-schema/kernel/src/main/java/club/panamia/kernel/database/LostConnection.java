package club.panamia.kernel.database;

import io.netty.channel.unix.Errors.NativeIoException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

/** The way to the database broke off, as when its pooler is started again: what had not been done yet can be done once more. */
public final class LostConnection {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** PostgreSQL 16, appendix A: class 08, and a server that shuts down, crashes or starts. */
    private static final Set<String> STATES =
            Set.of("08000", "08001", "08003", "08004", "08006", "08P01", "57P01", "57P02", "57P03");

    /** A pooler says this with 08P01, too; to ask again would make the crowd bigger. */
    private static final String QUEUED_TOO_LONG = "query_wait_timeout";

    /** The client says some things with nothing but words. */
    private static final Set<String> WORDS = Set.of(
            "Connection is not active now, current status: CLOSED",
            "Connection is not active now, current status: CLOSING",
            "Connection closed");

    private LostConnection() {}

    /** Whether {@code failure} or what caused it is that. */
    public static boolean isBehind(Throwable failure) {
        return is(failure)
                || (failure.getCause() != null && failure.getCause() != failure && isBehind(failure.getCause()));
    }

    /** Whether {@code failure} itself is that. */
    public static boolean is(Throwable failure) {
        return switch (failure) {
            case PgException said -> isLost(said.getSqlState(), said.getErrorMessage());
            case JDBCException said -> isLost(said.getSQLState(), said.getMessage());
            case ClosedConnectionException closed -> true;
            case SocketException cut -> true;
            case NativeIoException cut -> true;
            case ClosedChannelException cut -> true;
            case UnknownHostException lost -> true;
            case VertxException said -> WORDS.contains(Objects.requireNonNullElse(said.getMessage(), ""));
            case NoStackTraceThrowable said -> WORDS.contains(Objects.requireNonNullElse(said.getMessage(), ""));
            default -> false;
        };
    }

    /** One statement outside a transaction that may be executed twice: it is, for three seconds, until it gets through. */
    public static <T> Uni<T> survive(Supplier<Uni<T>> statement) {
        return survive(statement, LostConnection::isBehind);
    }

    /** Tries again while a failure is {@code repeatable}; goes on where the caller is, on its own context. */
    static <T> Uni<T> survive(Supplier<Uni<T>> work, Predicate<? super Throwable> repeatable) {
        return Uni.createFrom().deferred(() -> {
            var here = here();
            return Uni.createFrom()
                    .deferred(work::get)
                    .onFailure(repeatable)
                    .recoverWithUni(() -> Uni.createFrom()
                            .deferred(work::get)
                            .runSubscriptionOn(here)
                            .onFailure(repeatable)
                            .retry()
                            .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                            .expireIn(PATIENCE.toMillis())
                            .emitOn(here));
        });
    }

    private static Executor here() {
        var context = Vertx.currentContext();
        return context == null ? Runnable::run : MutinyHelper.executor(context);
    }

    private static boolean isLost(@Nullable String state, @Nullable String message) {
        return state != null && STATES.contains(state) && (message == null || !message.contains(QUEUED_TOO_LONG));
    }
}
