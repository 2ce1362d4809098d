package club.panamia.mentoring.catalogue;

import club.panamia.mentoring.state.SessionType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The kinds of session that there are. */
@Path("/api/mentoring/session-types")
@Tag(name = "Booking")
class SessionTypesResource {

    private static final List<SessionTypeView> ALL =
            Arrays.stream(SessionType.values()).map(SessionTypeView::of).toList();

    @GET
    @PermitAll
    @Operation(operationId = "listSessionTypes", summary = "List the kinds of session, and which are always free")
    @APIResponse(responseCode = "200", description = "All of them")
    public Uni<List<SessionTypeView>> list() {
        return Uni.createFrom().item(ALL);
    }
}
