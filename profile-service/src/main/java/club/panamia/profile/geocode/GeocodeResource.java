package club.panamia.profile.geocode;

import static club.panamia.profile.geocode.GeocodeProblem.NO_SUCH_PLACE;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looking an address up. */
@Path("/api/profiles/geocode")
@Tag(name = "My profile")
class GeocodeResource {

    private static final int QUESTIONS = 30;
    private static final Duration PER = Duration.ofHours(1);

    private final Geocodes geocodes;
    private final RateLimits limits;
    private final CurrentActor caller;

    GeocodeResource(Geocodes geocodes, RateLimits limits, CurrentActor caller) {
        this.geocodes = geocodes;
        this.limits = limits;
        this.caller = caller;
    }

    /** A POST because an address does not belong into logs; it changes nothing. */
    @POST
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "geocode",
            summary = "Find latitude and longitude of an address, for a profile or a search nearby")
    @APIResponse(responseCode = "200", description = "Where it is")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-place; no-geocoder: none is configured")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    @APIResponse(responseCode = "429", description = "too-many-requests: 30 an hour, or all of us together")
    @APIResponse(responseCode = "503", description = "geocoder-silent; unavailable or overloaded")
    public Uni<Place> find(@Valid @NotNull Whereabouts address) {
        return limits.take("geocode", caller.actor().userId(), QUESTIONS, PER)
                .chain(() -> geocodes.find(address.inOneLine()))
                .map(GeocodeResource::known);
    }

    private static Place known(Optional<Place> found) {
        return found.orElseThrow(
                () -> NO_SUCH_PLACE.because("Leave out a part of the address, or check its spelling."));
    }
}
