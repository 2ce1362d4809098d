package club.panamia.auth.oauth.authorize;

import club.panamia.auth.page.Pages;
import club.panamia.kernel.identity.Actor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** What a person sees of it: one question, or nothing. */
@Singleton
class AuthorizationPages {

    private static final int OK = 200;

    private final Pages pages;

    AuthorizationPages(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "AuthorizationPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance consent(
                String program,
                String screenname,
                List<String> scopes,
                Map<String, String> carriedOn,
                String returnsTo);
    }

    /** Browsers hold a form's redirects to {@code form-action}, too: the program's address belongs into it. */
    Uni<RestResponse<String>> ask(AuthorizationWish wish, Actor person, Visit visit, RoutingContext context) {
        var returnsTo = wish.returnTo().source();
        var screenname = person.screenname() == null ? "" : person.screenname();
        var page = Templates.consent(wish.client().name(), screenname, wish.scopes(), visit.carriedOn(), returnsTo);
        return pages.showLeadingTo(returnsTo, OK, page, context);
    }

    /** Onwards; the next site does not learn from where with what. */
    static RestResponse<String> goTo(URI target) {
        return Pages.goTo(target.toString())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
