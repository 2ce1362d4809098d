package club.panamia.social.inbox;

import club.panamia.social.home.Home;
import club.panamia.social.signature.Claims;
import club.panamia.social.signature.HttpMessage;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Lets a request in that was sent to an inbox; a refusal says which signatures are wanted. */
@Singleton
class InboxEntrance {

    private final TakeIn takeIn;
    private final RoutingContext context;
    private final Home home;

    InboxEntrance(TakeIn takeIn, RoutingContext context, Home home) {
        this.takeIn = takeIn;
        this.context = context;
        this.home = home;
    }

    Uni<RestResponse<Void>> take(byte[] body) {
        // Said beforehand, for a refusal is answered elsewhere; an answer of 202 takes it back.
        context.response().putHeader("Accept-Signature", Claims.WANTED);
        var request = context.request();
        var message = new HttpMessage("POST", URI.create(home.at(request.uri())), request.headers(), body);
        return takeIn.of(message)
                .invoke(() -> context.response().headers().remove("Accept-Signature"))
                .replaceWith(() -> RestResponse.status(Status.ACCEPTED));
    }
}
