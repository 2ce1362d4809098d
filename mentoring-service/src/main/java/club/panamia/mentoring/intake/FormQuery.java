package club.panamia.mentoring.intake;

import club.panamia.kernel.page.PageQuery;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which forms: {@code ?type=&complete=}. */
class FormQuery extends PageQuery {

    @RestQuery
    @Nullable
    @Pattern(regexp = "art|apparel|food|goods|org|services", message = "must be a kind of form")
    @Parameter(description = "Of this kind; all without it")
    String type;

    @RestQuery
    @Nullable
    @Pattern(regexp = "true|false", message = "must be true or false")
    @Parameter(description = "true: handed in; false: drafts; all without it")
    String complete;

    @Nullable
    Boolean isComplete() {
        return complete == null ? null : Boolean.valueOf(complete);
    }
}
