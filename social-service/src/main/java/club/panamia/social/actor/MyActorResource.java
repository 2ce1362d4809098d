package club.panamia.social.actor;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.social.key.MakeKeys;
import club.panamia.social.proof.ProvenLinks;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own actor. */
@Path("/api/social/actors/me")
@Tag(name = "Actors")
@RolesAllowed(Roles.MEMBER)
class MyActorResource {

    private static final int PER_HOUR = 20;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Actors actors;
    private final TakePart takePart;
    private final MakeKeys makeKeys;
    private final DecideOnActor decideOnActor;
    private final ProvenLinks links;
    private final CurrentActor caller;
    private final RateLimits limits;

    MyActorResource(
            Actors actors,
            TakePart takePart,
            MakeKeys makeKeys,
            DecideOnActor decideOnActor,
            ProvenLinks links,
            CurrentActor caller,
            RateLimits limits) {
        this.actors = actors;
        this.takePart = takePart;
        this.makeKeys = makeKeys;
        this.decideOnActor = decideOnActor;
        this.links = links;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @Operation(operationId = "readMyActor", summary = "Show my actor, and whether I may take part")
    @APIResponse(responseCode = "200", description = "Where I stand, also while I have no actor")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<MyActorView> read() {
        return actors.of(caller.actor()).call(this::prove);
    }

    private Uni<Void> prove(MyActorView mine) {
        var actor = mine.actor();
        return actor == null ? Uni.createFrom().voidItem() : links.want(actor.id(), actor.toProve());
    }

    /** Who takes part already keeps the actor that they have. */
    @PUT
    @Operation(
            operationId = "takePart",
            summary = "Take part in the fediverse: my profile gets an actor; again does nothing")
    @APIResponse(responseCode = "200", description = "I have an actor")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(
            responseCode = "403",
            description = "may-not-take-part: reason says why; screenname-required; wrong-origin")
    @APIResponse(responseCode = "429", description = "too-many-requests: 20 an hour")
    public Uni<MyActorView> takePart() {
        var person = caller.actor();
        return limits.take("social-actor", person.userId(), PER_HOUR, HOUR)
                .chain(() -> actors.of(person))
                .chain(standing -> standing.actor() == null
                        ? join(person, standing)
                        : Uni.createFrom().item(standing));
    }

    private Uni<MyActorView> join(Actor person, MyActorView standing) {
        TakePart.admit(standing);
        var id = Ids.next();
        return makeKeys.of(id).chain(keys -> takePart.as(person, keys, id)).chain(() -> actors.of(person));
    }

    @PATCH
    @Operation(
            operationId = "decideOnMyActor",
            summary = "Decide who follows me, and whether others may recommend me or search what I say")
    @APIResponse(responseCode = "200", description = "It is kept")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input")
    public Uni<MyActorView> decide(@Valid @NotNull ActorSettings settings) {
        var person = caller.actor();
        settings.requireDecision();
        return decideOnActor.of(person, settings).chain(() -> actors.of(person));
    }
}
