package club.panamia.kernel.stream;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks who listens before an answer begins: once a stream has begun, nothing can be refused any more. The {@link Listener} of the
 * request knows it then.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForListeners {

    /** The parameter of the address by which a ticket is brought. */
    String TICKET = "ticket";
}
