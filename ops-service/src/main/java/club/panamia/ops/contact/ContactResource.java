package club.panamia.ops.contact;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The contact form, for anybody. */
@Path("/api/contact")
@Tag(name = "Contact")
class ContactResource {

    private static final int PER_CLIENT = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    /** That the message has arrived, under this id. */
    record Receipt(String id) {}

    private final ContactSubmissions submissions;
    private final RateLimits limits;
    private final CurrentActor caller;

    ContactResource(ContactSubmissions submissions, RateLimits limits, CurrentActor caller) {
        this.submissions = submissions;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @Operation(operationId = "sendContactMessage", summary = "Write to the people behind Pana MIA")
    @APIResponseSchema(value = Receipt.class, responseCode = "201", responseDescription = "The message has arrived")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: a name, an address or a text is missing or too long")
    @APIResponse(responseCode = "429", description = "too-many-requests: five messages an hour")
    public Uni<RestResponse<Receipt>> send(@Valid @NotNull ContactMessage message, RoutingContext context) {
        var client = context.request().remoteAddress().hostAddress();
        return limits.take("contact", client, PER_CLIENT, HOUR)
                .chain(caller::find)
                .chain(writer -> submissions.receive(message, writer))
                .map(received -> RestResponse.status(Status.CREATED, new Receipt(received.id)));
    }
}
