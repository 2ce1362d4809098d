package club.panamia.kernel.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST endpoint that returns {@code Uni<RestResponse<…>>} of JSON under {@code @WithTransaction}: honours the header
 * {@code Idempotency-Key}. A key belongs to an actor, a method and a path for 24 hours; it answers 409 while the first call
 * runs, 422 with another body, and else the first call's status, Location and body with {@code Idempotency-Replayed: true}. A
 * call that failed leaves no trace, and without the header the endpoint just runs.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key header</a>
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
