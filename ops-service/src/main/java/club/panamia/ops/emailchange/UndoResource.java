package club.panamia.ops.emailchange;

import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.secret.Tokens;
import club.panamia.ops.emailchange.EmailChangePages.Templates;
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
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The page behind the link in the old address. Reading it changes nothing; its button undoes the change. */
@Path(UndoResource.PATH)
class UndoResource {

    static final String PATH = "/api/email-migrations/undo";

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 10;

    private final Migrations migrations;
    private final MakeChange makeChange;
    private final RateLimits limits;
    private final Tokens tokens;

    UndoResource(Migrations migrations, MakeChange makeChange, RateLimits limits, Tokens tokens) {
        this.migrations = migrations;
        this.makeChange = makeChange;
        this.limits = limits;
        this.tokens = tokens;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestQuery @Nullable String token, @Context RoutingContext context) {
        var shown = token == null ? "" : token;
        return counted(context)
                .chain(() -> migrations.behindUndo(tokens.hash(shown)))
                .chain(found -> found.isPresent()
                        ? Pages.show(200, Templates.undo(found.get(), shown), Pages.languageOf(context))
                        : EmailChangePages.closed(context));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> press(@RestForm @Nullable String token, @Context RoutingContext context) {
        return counted(context)
                .chain(() -> makeChange.undoneBy(token == null ? "" : token))
                .chain(change -> Pages.show(200, Templates.undone(change), Pages.languageOf(context)))
                .onFailure(EmailChangePages::isRefusal)
                .recoverWithUni(failure -> EmailChangePages.refusal(failure, context));
    }

    private Uni<Void> counted(RoutingContext context) {
        return limits.take(
                "email-migration-undo", context.request().remoteAddress().hostAddress(), PER_MINUTE, MINUTE);
    }
}
