package club.panamia.social.search;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.social.actor.FindActors;
import club.panamia.social.remote.Handles;
import club.panamia.social.status.Reading;
import club.panamia.social.wire.Host;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding people and posts. Only members make us ask another server, and not without end. */
@Path("/api/social/search")
@Tag(name = "Search")
class SearchResource {

    private static final int PER_MINUTE = 120;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ELSEWHERE_PER_HOUR = 100;
    private static final Duration HOUR = Duration.ofHours(1);

    private final FindActors findActors;
    private final Handles handles;
    private final Addresses addresses;
    private final Reading reading;
    private final CurrentActor caller;
    private final RateLimits limits;

    SearchResource(
            FindActors findActors,
            Handles handles,
            Addresses addresses,
            Reading reading,
            CurrentActor caller,
            RateLimits limits) {
        this.findActors = findActors;
        this.handles = handles;
        this.addresses = addresses;
        this.reading = reading;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "searchSocial",
            summary = "Find people by a part of their name, and anybody and any post by handle or address, on other"
                    + " servers, too")
    @APIResponse(responseCode = "200", description = "At most 20 actors, or one actor or post")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(
            responseCode = "404",
            description = "not-there-elsewhere; no-such-status: also one that is not meant for me")
    @APIResponse(responseCode = "410", description = "gone-elsewhere")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: nothing to look for, or too long; not-understood: no actor and no post there")
    @APIResponse(responseCode = "429", description = "too-many-requests: 120 a minute, 100 an hour of other servers")
    @APIResponse(responseCode = "502", description = "unreachable-elsewhere")
    public Uni<SearchView> search(@BeanParam @Valid SearchQuery query) {
        var person = caller.actor();
        return limits.take("social-search", person.userId(), PER_MINUTE, MINUTE)
                .chain(() -> find(person, query.words()));
    }

    private Uni<SearchView> find(Actor person, String words) {
        var handle = words.startsWith("@") ? words.substring(1) : words;
        if (Host.of(words).isPresent()) {
            return askElsewhere(person).chain(() -> addresses.at(words)).chain(found -> view(person, found));
        }
        return handles.isElsewhere(handle)
                ? somebody(person, handle)
                : findActors.called(handle, person).map(SearchView::actors);
    }

    private Uni<SearchView> somebody(Actor person, String handle) {
        return handles.isKnown(handle)
                .chain(known -> known ? Uni.createFrom().voidItem() : askElsewhere(person))
                .chain(() -> handles.at(handle))
                .chain(findActors::withId)
                .map(SearchView::actors);
    }

    private Uni<SearchView> view(Actor person, Addresses.Found found) {
        return found.isActor()
                ? findActors.withId(found.id()).map(SearchView::actors)
                : reading.one(person, found.id()).map(SearchView::status);
    }

    private Uni<Void> askElsewhere(Actor person) {
        return limits.take("social-elsewhere", person.userId(), ELSEWHERE_PER_HOUR, HOUR);
    }
}
