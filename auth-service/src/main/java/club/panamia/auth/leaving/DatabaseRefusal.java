package club.panamia.auth.leaving;

import static club.panamia.auth.leaving.LeavingProblem.BLOCKED;

import club.panamia.kernel.problem.Problem;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

/** The database says no to a deletion, by a constraint or a trigger that this service may never have heard of. */
final class DatabaseRefusal {

    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
    private static final int DEEPEST = 10;

    private DatabaseRefusal() {}

    /** SQLSTATE classes 23 (integrity constraint) and P0 (raised by code). */
    static boolean is(Throwable failure) {
        return causes(failure)
                .map(DatabaseRefusal::state)
                .flatMap(Optional::stream)
                .anyMatch(state -> state.startsWith("23") || state.startsWith("P0"));
    }

    /** A refusal that names the constraint, so that somebody can be asked about it. */
    static Problem asProblem(Throwable failure) {
        var constraint = causes(failure)
                .map(cause -> CONSTRAINT.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        var problem = BLOCKED.because("The database holds on to the account; write to hola@panamia.club.");
        return constraint.map(name -> problem.with("constraint", name)).orElse(problem);
    }

    private static Optional<String> state(Throwable cause) {
        return switch (cause) {
            case JDBCException refused -> Optional.ofNullable(refused.getSQLState());
            case PgException refused -> Optional.ofNullable(refused.getSqlState());
            default -> Optional.empty();
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (@Nullable Throwable cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }
}
