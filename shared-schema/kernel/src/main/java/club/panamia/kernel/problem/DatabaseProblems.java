package club.panamia.kernel.problem;

import club.panamia.kernel.database.LostConnection;
import io.quarkus.arc.All;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.hibernate.JDBCException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/**
 * What the database says no to, in the house's words: constraints by their names, lost updates, and the times when it cannot be
 * reached.
 *
 * @see <a href="https://www.postgresql.org/docs/16/errcodes-appendix.html">PostgreSQL 16, appendix A</a>
 */
@Singleton
class DatabaseProblems {

    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Pattern NAMED_CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");

    private final Map<String, Problem> byConstraint = new HashMap<>();

    DatabaseProblems(@All List<ConstraintProblems> tables) {
        tables.forEach(table -> byConstraint.putAll(table.byConstraint()));
    }

    /** The refusal behind {@code failure}, or nothing when it is a fault of ours. */
    Optional<Problem> translate(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = next(cause)) {
            var problem = ofOne(cause);
            if (problem != null) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private @Nullable Problem ofOne(Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem;
            case Throwable lost when LostConnection.is(lost) -> unavailable();
            case PgException refused -> byState(refused.getSqlState(), refused.getConstraint());
            // Hibernate keeps the state and says the constraint only in its message.
            case JDBCException refused -> byState(refused.getSQLState(), constraintIn(refused.getMessage()));
            case StaleStateException stale ->
                CommonProblem.CONFLICT.because("It was changed by somebody else meanwhile.");
            case ConnectionPoolTooBusyException full -> overloaded();
            case TimeoutException late -> unavailable();
            case VertxException said -> ofTheClient(said.getMessage());
            case NoStackTraceThrowable said -> ofTheClient(said.getMessage());
            default -> null;
        };
    }

    /** The client says this with nothing but words. */
    private static @Nullable Problem ofTheClient(@Nullable String words) {
        return "Timeout waiting for connection".equals(words) || "Timeout".equals(words) ? overloaded() : null;
    }

    private @Nullable Problem byState(@Nullable String state, @Nullable String constraint) {
        if (constraint != null && byConstraint.containsKey(constraint)) {
            return byConstraint.get(constraint);
        }
        return switch (state == null ? "" : state) {
            case "23505", "23P01" -> CommonProblem.TAKEN.because("There is already one of these.");
            case "23503" -> CommonProblem.CONFLICT.because("What it refers to is not there, or is still referred to.");
            case "23502", "23514", "22001", "22003", "22P02" ->
                CommonProblem.INVALID.because("A value is missing or out of range.");
            case "22021", "22P05" ->
                CommonProblem.MALFORMED.because("The text holds a character that cannot be stored.");
            case "40001", "40P01", "55P03" ->
                CommonProblem.OVERLOADED.because("Too many changes at once.").retryAfter(SOON);
            // 08P01: queued for too long; all else of its class is a lost connection.
            case "57014", "53300", "53400", "08P01" -> unavailable();
            default -> null;
        };
    }

    private static @Nullable String constraintIn(@Nullable String message) {
        var named = NAMED_CONSTRAINT.matcher(message == null ? "" : message);
        return named.find() ? named.group(1) : null;
    }

    private static Problem unavailable() {
        return CommonProblem.UNAVAILABLE
                .because("Nothing was lost; try again in a moment.")
                .retryAfter(SOON);
    }

    private static Problem overloaded() {
        return CommonProblem.OVERLOADED.because("All hands are busy.").retryAfter(SOON);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }
}
