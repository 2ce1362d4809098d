package club.panamia.kernel.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer. */
@Singleton
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final Map<Integer, CommonProblem> BY_STATUS = Map.of(
            400, CommonProblem.MALFORMED,
            401, CommonProblem.NOT_SIGNED_IN,
            403, CommonProblem.FORBIDDEN,
            404, CommonProblem.NOT_FOUND,
            405, CommonProblem.METHOD_NOT_ALLOWED,
            406, CommonProblem.NOT_ACCEPTABLE,
            413, CommonProblem.TOO_LARGE,
            415, CommonProblem.UNSUPPORTED_MEDIA_TYPE);

    private final ProblemWriter writer;
    private final DatabaseProblems database;

    ProblemMapper(ProblemWriter writer, DatabaseProblems database) {
        this.writer = writer;
        this.database = database;
    }

    @ServerExceptionMapper
    RestResponse<String> refused(Problem problem) {
        return writer.write(problem);
    }

    @ServerExceptionMapper
    RestResponse<String> invalid(ConstraintViolationException violations) {
        var problem = CommonProblem.INVALID.because("See 'errors' for what and where.");
        violations.getConstraintViolations().stream()
                .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
                .forEach(violation -> problem.at(path(violation), violation.getMessage()));
        return writer.write(problem);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<String> notSignedIn(SecurityException anonymous) {
        return writer.write(
                CommonProblem.NOT_SIGNED_IN.because("The session or token is missing, has ended or is not valid."));
    }

    @ServerExceptionMapper
    RestResponse<String> forbidden(ForbiddenException forbidden) {
        return writer.write(CommonProblem.FORBIDDEN.because("Your account lacks the role that this needs."));
    }

    /** The second is named because Quarkus has a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    RestResponse<String> unreadable(JsonProcessingException json) {
        return writer.write(malformed(json));
    }

    /** What the framework itself refuses: unknown paths, wrong methods, unreadable bodies and parameters. */
    @ServerExceptionMapper
    RestResponse<String> byTheFramework(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException json) {
            return writer.write(malformed(json));
        }
        var status = refused.getResponse().getStatus();
        var type = BY_STATUS.get(status);
        if (type != null) {
            return writer.write(type.because("The request cannot be served as it stands."));
        }
        return status < 500
                ? writer.write(CommonProblem.MALFORMED.because("The request cannot be served as it stands."))
                : broken(refused);
    }

    @ServerExceptionMapper
    RestResponse<String> anythingElse(Throwable failure) {
        return database.translate(failure).map(writer::write).orElseGet(() -> broken(failure));
    }

    /** Never a detail of ours: the request's id finds it in the log. */
    private RestResponse<String> broken(Throwable failure) {
        LOG.error("A request failed", failure);
        return writer.write(CommonProblem.INTERNAL.because("It has been noted under this request's id."));
    }

    private static Problem malformed(JsonProcessingException json) {
        if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var pointer = mapping.getPath().stream()
                    .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
                    .collect(Collectors.joining("/", "/", ""));
            return CommonProblem.INVALID
                    .because("The JSON does not have the expected form.")
                    .at(pointer, "is unknown or of the wrong kind");
        }
        return CommonProblem.MALFORMED.because("The body is not well-formed JSON.");
    }

    /** {@code create.draft.name} becomes {@code /name}, a query's {@code list.query.limit} becomes {@code limit}. */
    private static String path(ConstraintViolation<?> violation) {
        var steps = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        if (steps.size() < 3) {
            return steps.getLast().getName();
        }
        var path = new StringBuilder();
        for (var step : steps.subList(2, steps.size())) {
            if (step.getIndex() != null) {
                path.append('/').append(step.getIndex());
            } else if (step.getKey() != null) {
                path.append('/').append(step.getKey());
            }
            if (step.getName() != null && !step.getName().startsWith("<")) {
                path.append('/').append(step.getName());
            }
        }
        return violation.getLeafBean() instanceof QueryBean ? path.substring(1) : path.toString();
    }
}
