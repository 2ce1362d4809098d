package club.panamia.social.migration;

import static club.panamia.social.migration.MigrationProblem.NO_ACTOR_ELSEWHERE;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.remote.RemoteActors;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Coming from another server, and going on at one. */
@Path("/api/social/actors/me/migration")
@Tag(name = "Actors")
@RolesAllowed(Roles.MEMBER)
class MigrationResource {

    private static final int A_DAY = 10;
    private static final Duration DAY = Duration.ofDays(1);

    private final Migrations migrations;
    private final RemoteActors actors;
    private final RateLimits limits;
    private final CurrentActor caller;

    MigrationResource(Migrations migrations, RemoteActors actors, RateLimits limits, CurrentActor caller) {
        this.migrations = migrations;
        this.actors = actors;
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "readMyMigration", summary = "Show who I am elsewhere, and where I have moved")
    @APIResponse(responseCode = "200", description = "It")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part")
    public Uni<Migration> read() {
        return migrations.of(caller.actor());
    }

    /** Whoever moves here names their former id first, so that their server and others believe the move. */
    @PUT
    @Path("/aliases")
    @Operation(operationId = "nameMyAliases", summary = "Say which actors of other servers are me, too")
    @APIResponse(responseCode = "200", description = "It is kept, and my followers' servers hear of it")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input; no-actor-elsewhere")
    @APIResponse(responseCode = "429", description = "too-many-requests: 10 a day")
    public Uni<Migration> aliases(@Valid @NotNull Aliases aliases) {
        var person = caller.actor();
        var named = List.copyOf(Objects.requireNonNull(aliases.alsoKnownAs()));
        return limits.take("social-migration", person.userId(), A_DAY, DAY)
                .chain(() -> migrations.of(person))
                .chain(() -> requireAll(named))
                .chain(() -> migrations.name(person, named))
                .chain(() -> migrations.of(person));
    }

    private Uni<Void> requireAll(List<String> named) {
        return Multi.createFrom()
                .iterable(named)
                .onItem()
                .transformToUniAndConcatenate(actors::at)
                .collect()
                .asList()
                .onFailure(Problem.class)
                .transform(MigrationResource::unknown)
                .replaceWithVoid();
    }

    private static Problem unknown(Throwable problem) {
        return NO_ACTOR_ELSEWHERE.because(String.valueOf(problem.getMessage()));
    }

    @PUT
    @Path("/destination")
    @Operation(
            operationId = "moveMyActor",
            summary = "Go on under an id elsewhere; my followers are told to follow that")
    @APIResponse(responseCode = "200", description = "It is so")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; wrong-origin")
    @APIResponse(responseCode = "409", description = "not-also-known: the actor there does not name me")
    @APIResponse(responseCode = "422", description = "invalid-input; no-actor-elsewhere")
    @APIResponse(responseCode = "429", description = "too-many-requests: 10 a day")
    public Uni<Migration> move(@Valid @NotNull Destination destination) {
        var person = caller.actor();
        return limits.take("social-migration", person.userId(), A_DAY, DAY)
                .chain(() -> migrations.of(person))
                .chain(() -> requireAsTheyAre(destination.movedTo()))
                .chain(() -> migrations.move(person, destination.movedTo()))
                .chain(() -> migrations.of(person));
    }

    private Uni<String> requireAsTheyAre(String target) {
        return actors.anew(target).onFailure(Problem.class).transform(MigrationResource::unknown);
    }

    @DELETE
    @Path("/destination")
    @Operation(operationId = "keepMyActor", summary = "Go on here after all; who has gone along does not come back")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> stay() {
        return migrations.stay(caller.actor());
    }
}
