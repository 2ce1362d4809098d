package club.panamia.auth.provider;

import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which providers people can sign in with. */
@Path("/api/auth/providers")
@Tag(name = "Sign-in")
class ProvidersResource {

    /**
     * A provider that is switched on.
     *
     * @param signInUrl where a browser begins; {@code ?callbackUrl=} says where to go afterwards
     * @param working false while it is known to be down
     */
    record ProviderView(String id, String name, String signInUrl, boolean working) {}

    private final Providers providers;
    private final Settings settings;

    ProvidersResource(Providers providers, Settings settings) {
        this.providers = providers;
        this.settings = settings;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listProviders", summary = "List the providers that people can sign in with")
    @APIResponse(responseCode = "200", description = "All that are switched on, by name")
    public Uni<List<ProviderView>> list() {
        return Uni.createFrom()
                .item(providers.offered().stream()
                        .map(option -> new ProviderView(
                                option.id(),
                                option.label(),
                                settings.publicUrl() + option.startPath(),
                                option.working()))
                        .toList());
    }
}
