package club.panamia.social.media;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** With what a file is asked for. */
public class Asking {

    @Nullable
    @QueryParam("until")
    @Parameter(description = "Of a signed address: when it is over, in seconds since 1970")
    Long until;

    @Nullable
    @QueryParam("signature")
    String signature;

    @Nullable
    @HeaderParam("If-None-Match")
    String ifNoneMatch;

    @Nullable
    @HeaderParam("Range")
    String range;
}
