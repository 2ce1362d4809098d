package club.panamia.engagement.unsubscribe;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The link out of a mail. Reading it changes nothing; posting to it ends the mail at once, without a cookie, a page or a
 * redirect, as mail programs do it for their readers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
@Path("/unsubscribe/{token}")
class UnsubscribeResource {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final UnsubscribeTokens tokens;
    private final Subscriptions subscriptions;

    UnsubscribeResource(UnsubscribeTokens tokens, Subscriptions subscriptions) {
        this.tokens = tokens;
        this.subscriptions = subscriptions;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestPath String token) {
        tokens.open(token);
        return Uni.createFrom().item(page(UnsubscribePage.ASK));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> end(@RestPath String token) {
        return subscriptions.end(tokens.open(token)).map(ignored -> page(UnsubscribePage.DONE));
    }

    private static RestResponse<String> page(String html) {
        return RestResponse.ResponseBuilder.ok(html)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
