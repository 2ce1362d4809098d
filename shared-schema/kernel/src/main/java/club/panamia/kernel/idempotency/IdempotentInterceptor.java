package club.panamia.kernel.idempotency;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Inside the transaction, whose interceptor has priority 200, so that the answer is kept if, and only if, it commits. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {

    private final CurrentVertxRequest request;
    private final CurrentActor caller;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    IdempotentInterceptor(CurrentVertxRequest request, CurrentActor caller, IdempotencyKeys keys, ObjectMapper json) {
        this.request = request;
        this.caller = caller;
        this.keys = keys;
        this.json = json;
    }

    @AroundInvoke
    Object intercept(InvocationContext call) throws Exception {
        var header = request.getCurrent().request().getHeader("Idempotency-Key");
        if (header == null) {
            return call.proceed();
        }
        Attempt.check(header);
        return caller.find()
                .map(actor -> actor.map(Actor::userId).orElse(""))
                .map(actorId -> attempt(actorId, header, call))
                .chain(attempt -> once(attempt, call));
    }

    private Attempt attempt(String actorId, String header, InvocationContext call) {
        var current = request.getCurrent();
        return Attempt.of(
                actorId,
                current.request().method().name(),
                current.normalizedPath(),
                header,
                Attempt.bodyOf(call, json));
    }

    private Uni<RestResponse<?>> once(Attempt attempt, InvocationContext call) {
        return keys.claim(attempt.key())
                .chain(answer -> answer == null ? first(attempt, call) : again(attempt, answer));
    }

    private Uni<RestResponse<?>> first(Attempt attempt, InvocationContext call) {
        return proceed(call).call(response -> keep(attempt, response));
    }

    private Uni<Void> keep(Attempt attempt, @Nullable RestResponse<?> response) {
        if (response == null) {
            throw new IllegalStateException("an idempotent endpoint answers");
        }
        var answer = Answer.to(attempt.fingerprint(), response, json);
        return answer.succeeded()
                ? keys.keep(attempt.key(), answer)
                : Uni.createFrom().voidItem();
    }

    private Uni<RestResponse<?>> again(Attempt attempt, Answer answer) {
        if (!answer.fingerprint().equals(attempt.fingerprint())) {
            throw IdempotencyProblem.OTHER_BODY.because("Its first request had another body; use a new key.");
        }
        return Uni.createFrom().item(answer.again(json));
    }

    @SuppressWarnings("unchecked") // what @Idempotent asks of an endpoint
    private static Uni<RestResponse<?>> proceed(InvocationContext call) {
        try {
            return (Uni<RestResponse<?>>) call.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
