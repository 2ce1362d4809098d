package club.panamia.auth.magiclink;

import club.panamia.kernel.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The few pages that auth-service shows itself; they hold a token, so nothing may keep or forward them. */
final class SignInPages {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private SignInPages() {}

    @CheckedTemplate(basePath = "SignInPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confirm(String token, String email, String to);

        static native TemplateInstance refused(String title, String detail);
    }

    static TemplateInstance confirm(String token, String email, String to) {
        return Templates.confirm(token, email, to);
    }

    static RestResponse<TemplateInstance> refused(Problem problem) {
        return page(
                problem.type().status(),
                Templates.refused(problem.type().title(), String.valueOf(problem.getMessage())));
    }

    static RestResponse<TemplateInstance> page(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
                .entity(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
