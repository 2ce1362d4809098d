package club.panamia.ops.newsletter;

import club.panamia.ops.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestResponse;

/** The newsletter's pages. A link that is unknown or too old gets one and the same answer everywhere. */
final class NewsletterPages {

    private NewsletterPages() {}

    @CheckedTemplate(basePath = "newsletter")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confirm(Reader reader, String token);

        static native TemplateInstance confirmed();

        static native TemplateInstance leave(Reader reader, String key);

        static native TemplateInstance left();

        static native TemplateInstance preferences(Reader reader, String key);

        static native TemplateInstance saved();

        static native TemplateInstance closed();
    }

    static Uni<RestResponse<String>> closed(RoutingContext context) {
        return Pages.show(410, Templates.closed(), Pages.languageOf(context));
    }
}
