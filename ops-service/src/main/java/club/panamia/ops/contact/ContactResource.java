package club.panamia.ops.contact;

import club.panamia.kernel.identity.Actor;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The contact form, for anybody. */
@Path("/api/contact")
@Tag(name = "Contact")
class ContactResource {

    private static final int PER_CLIENT = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final ReceiveMessage receiveMessage;
    private final Screening screening;
    private final RateLimits limits;
    private final CurrentActor caller;

    ContactResource(ReceiveMessage receiveMessage, Screening screening, RateLimits limits, CurrentActor caller) {
        this.receiveMessage = receiveMessage;
        this.screening = screening;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @Operation(operationId = "sendContactMessage", summary = "Write to the people behind Pana MIA")
    @APIResponse(
            responseCode = "201",
            description = "The message has arrived",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ContactReceipt.class)))
    @APIResponse(responseCode = "409", description = "request-still-running: the first one with this Idempotency-Key")
    @APIResponse(
            responseCode = "422",
            description =
                    "invalid-input: a name, an address or a text is missing or too long; captcha-not-passed: not signed in,"
                            + " and the CAPTCHA is not solved; idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests: five messages an hour")
    public Uni<RestResponse<ContactReceipt>> send(@Valid @NotNull ContactMessage message, RoutingContext context) {
        var client = context.request().remoteAddress().hostAddress();
        return limits.take("contact", client, PER_CLIENT, HOUR)
                .chain(caller::find)
                .chain(writer -> receive(message, writer, client));
    }

    private Uni<RestResponse<ContactReceipt>> receive(ContactMessage message, Optional<Actor> writer, String client) {
        var userId = writer.map(Actor::userId).orElse(null);
        return screening.of(message, writer, client).chain(doubt -> receiveMessage.from(userId, message, doubt));
    }
}
