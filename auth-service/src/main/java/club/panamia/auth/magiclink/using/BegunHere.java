package club.panamia.auth.magiclink.using;

import club.panamia.auth.magiclink.Begun;
import club.panamia.auth.magiclink.PendingLogin;
import club.panamia.auth.magiclink.VerificationTokens;
import club.panamia.auth.page.Pages;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Pages that make sense only in the browser that began to sign in; elsewhere they lead to the sign-in page. */
@Singleton
class BegunHere {

    private final PendingLogin pending;
    private final VerificationTokens begun;

    BegunHere(PendingLogin pending, VerificationTokens begun) {
        this.pending = pending;
        this.begun = begun;
    }

    Uni<RestResponse<String>> orSignIn(RoutingContext context, Function<Begun, Uni<RestResponse<String>>> page) {
        return pending.hash(context)
                .map(begun::begunIn)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> found.map(page).orElseGet(BegunHere::signIn));
    }

    private static Uni<RestResponse<String>> signIn() {
        return Uni.createFrom().item(Pages.goTo("/signin").build());
    }
}
