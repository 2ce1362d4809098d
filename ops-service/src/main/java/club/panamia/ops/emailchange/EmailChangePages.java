package club.panamia.ops.emailchange;

import static club.panamia.ops.emailchange.EmailChangeProblem.ADDRESS_TAKEN;

import club.panamia.kernel.problem.Problem;
import club.panamia.ops.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestResponse;

/** The pages behind the mailed links. */
final class EmailChangePages {

    private EmailChangePages() {}

    @CheckedTemplate(basePath = "emailchange")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance proof(Change change, String token);

        static native TemplateInstance changed(Change change);

        static native TemplateInstance undo(Change change, String token);

        static native TemplateInstance undone(Change change);

        static native TemplateInstance taken();

        static native TemplateInstance closed();
    }

    static Uni<RestResponse<String>> closed(RoutingContext context) {
        return Pages.show(410, Templates.closed(), Pages.languageOf(context));
    }

    /** A refusal of ours as a page; every other failure goes on. */
    static Uni<RestResponse<String>> refusal(Throwable failure, RoutingContext context) {
        return ((Problem) failure).type() == ADDRESS_TAKEN
                ? Pages.show(409, Templates.taken(), Pages.languageOf(context))
                : closed(context);
    }

    static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem problem && problem.type() instanceof EmailChangeProblem;
    }
}
