package club.panamia.engagement.screenname;

import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A name that somebody has, or had: whoever follows an old link is led to the page of today. */
@Path("/api/screennames/{name}")
@Tag(name = "Screennames")
class ScreennameResource {

    private final Screennames screennames;
    private final Settings settings;

    ScreennameResource(Screennames screennames, Settings settings) {
        this.screennames = screennames;
        this.settings = settings;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "followScreenname",
            summary = "Lead from a name of former days to the person's page of today")
    @APIResponse(
            responseCode = "200",
            description = "It is the name of today",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResolutionView.class)))
    @APIResponse(
            responseCode = "301",
            description = "Its person has another name now",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "no-such-screenname")
    @APIResponse(responseCode = "410", description = "screenname-gone: whoever had it is gone")
    public Uni<RestResponse<ResolutionView>> follow(@RestPath String name) {
        return screennames.resolve(name).map(this::answer);
    }

    private RestResponse<ResolutionView> answer(ResolutionView resolution) {
        return resolution.moved()
                ? ResponseBuilder.create(Status.MOVED_PERMANENTLY, resolution)
                        .header(HttpHeaders.LOCATION, page(resolution.screenname()))
                        .build()
                : ResponseBuilder.ok(resolution).build();
    }

    private String page(String screenname) {
        return settings.publicUrl() + settings.profilePath().replace("{screenname}", screenname);
    }
}
