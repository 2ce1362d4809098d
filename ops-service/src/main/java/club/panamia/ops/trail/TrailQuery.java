package club.panamia.ops.trail;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which lines: {@code ?actor=&subject=&action=}. */
public class TrailQuery extends PageQuery {

    @RestQuery
    @Nullable
    @Size(max = 100)
    @Pattern(regexp = "[^\\x00]*")
    @Schema(description = "Who did it: a user's id")
    String actor;

    @RestQuery
    @Nullable
    @Size(max = 100)
    @Pattern(regexp = "[^\\x00]*")
    @Schema(description = "Whose account it was done to: a user's id")
    String subject;

    @RestQuery
    @Nullable
    @Pattern(regexp = "([a-z]+(-[a-z]+)*)?")
    @Size(max = 60)
    @Schema(description = "What was done, such as account-locked")
    String action;

    String actor() {
        return Objects.requireNonNullElse(actor, "");
    }

    String subject() {
        return Objects.requireNonNullElse(subject, "");
    }

    String action() {
        return Objects.requireNonNullElse(action, "");
    }
}
