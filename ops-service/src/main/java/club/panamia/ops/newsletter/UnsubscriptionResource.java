package club.panamia.ops.newsletter;

import club.panamia.ops.newsletter.NewsletterPages.Templates;
import club.panamia.ops.page.Pages;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Leaving: by the page's button, or by the mail program itself, which posts here without a page, a cookie or an origin (RFC
 * 8058, section 3.2). Both need nothing but the link.
 */
@Path(UnsubscriptionResource.PATH)
class UnsubscriptionResource {

    static final String PATH = "/api/newsletter/unsubscription";

    private final Readers readers;
    private final LeaveNewsletter leaveNewsletter;
    private final ReaderKey keys;

    UnsubscriptionResource(Readers readers, LeaveNewsletter leaveNewsletter, ReaderKey keys) {
        this.readers = readers;
        this.leaveNewsletter = leaveNewsletter;
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestQuery @Nullable String key, @Context RoutingContext context) {
        return reader(key)
                .chain(found -> found.isPresent()
                        ? Pages.show(
                                200,
                                Templates.leave(found.get(), keys.of(found.get().id())),
                                found.get().locale())
                        : NewsletterPages.closed(context));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> leave(@RestQuery @Nullable String key, @Context RoutingContext context) {
        return reader(key)
                .chain(found -> found.isPresent() ? leave(found.get(), context) : NewsletterPages.closed(context));
    }

    private Uni<RestResponse<String>> leave(Reader reader, RoutingContext context) {
        return leaveNewsletter
                .byLink(reader.id(), context.request().remoteAddress().hostAddress())
                .chain(() -> Pages.show(200, Templates.left(), reader.locale()));
    }

    private Uni<Optional<Reader>> reader(@Nullable String key) {
        return keys.readerId(key)
                .map(readers::one)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
