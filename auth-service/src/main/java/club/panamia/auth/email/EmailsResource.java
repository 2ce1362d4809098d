package club.panamia.auth.email;

import club.panamia.auth.magiclink.EmailAddress;
import club.panamia.auth.page.Language;
import club.panamia.auth.user.Users;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** One's own addresses. A further one signs in like the first, once it is proven. */
@Path("/api/users/me/emails")
@Tag(name = "Account")
@RolesAllowed(Roles.MEMBER)
class EmailsResource {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_PERSON = 3;
    private static final int PER_ADDRESS = 5;

    /** An address that the caller says is theirs. */
    record EmailWish(@NotBlank @Size(max = 254) String email) {}

    /** All of them. */
    record Emails(List<EmailView> items) {}

    private final EmailProofs proofs;
    private final PostProof postProof;
    private final Users users;
    private final EventLog events;
    private final CurrentActor caller;
    private final RateLimits limits;

    EmailsResource(
            EmailProofs proofs,
            PostProof postProof,
            Users users,
            EventLog events,
            CurrentActor caller,
            RateLimits limits) {
        this.proofs = proofs;
        this.postProof = postProof;
        this.users = users;
        this.events = events;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @Operation(operationId = "listEmails", summary = "Show my addresses")
    @APIResponse(
            responseCode = "200",
            description = "The primary one, the proven ones, and those that wait for a proof")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    public Uni<Emails> list() {
        return proofs.of(caller.actor()).map(Emails::new);
    }

    /** The same answer whether or not another account has the address. */
    @POST
    @Operation(operationId = "addEmail", summary = "Ask for a link that adds a further address")
    @APIResponse(responseCode = "202", description = "A link is on its way to that address; it works once, for a day")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is, or the session has just ended")
    @APIResponse(responseCode = "403", description = "wrong-origin: the page is not one of ours")
    @APIResponse(responseCode = "409", description = "address-in-use by myself, or too-many-addresses: 5 further ones")
    @APIResponse(responseCode = "422", description = "invalid-input: not an e-mail address")
    @APIResponse(responseCode = "429", description = "too-many-requests: 3 an hour, 5 per address")
    public Uni<RestResponse<Void>> add(@Valid @NotNull EmailWish wish, @Context RoutingContext context) {
        var email = EmailAddress.of(wish.email());
        return caller.fresh()
                .call(actor -> limits.take("email-proof", actor.userId(), PER_PERSON, HOUR))
                .call(() -> limits.take("email-proof-address", email.text(), PER_ADDRESS, HOUR))
                .chain(actor -> postProof.to(email, actor, Language.of(context)))
                .replaceWith(RestResponse.accepted());
    }

    @DELETE
    @Path("/{id}")
    @WithTransaction
    @Operation(operationId = "removeEmail", summary = "Let a further address go, or forget one that waits")
    @APIResponse(responseCode = "204", description = "It is not mine any more")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "wrong-origin: the page is not one of ours")
    @APIResponse(responseCode = "404", description = "not-found: no address of mine")
    @APIResponse(responseCode = "409", description = "primary-address: mail goes there")
    public Uni<Void> remove(@RestPath @Size(max = 64) String id) {
        var actor = caller.actor();
        return proofs.withdraw(actor, id)
                .chain(waited -> waited ? Uni.createFrom().voidItem() : letGo(actor, id));
    }

    private Uni<Void> letGo(Actor actor, String id) {
        return proofs.addressOf(actor, id).chain(address -> letGoOf(actor, address));
    }

    private Uni<Void> letGoOf(Actor actor, String address) {
        return users.selfForChange(actor).chain(user -> events.record(actor.userId(), user.letGo(address)));
    }
}
