package club.panamia.auth.page;

import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.settings.Settings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * How auth-service answers with a page: in the reader's language, inside the layout {@code templates/page/layout.html}, under a
 * policy that allows no script and no foreign frame. Pages may hold a token, so nothing may keep them, and other sites learn no
 * more than the origin from them.
 */
@Singleton
public class Pages {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Settings settings;
    private final String policy;

    Pages(Settings settings) {
        this.settings = settings;
        // Chromium asks form-action again where a form's answer redirects to, which may be a page of an allowed origin.
        policy = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                + " form-action 'self' "
                + String.join(" ", settings.allowedOrigins().orElse(List.of()));
    }

    @CheckedTemplate(basePath = "page")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance refusal(Refusal refusal, String title, String detail);
    }

    /** The page with its headers. */
    public Uni<RestResponse<String>> show(int status, TemplateInstance page, RoutingContext context) {
        return show(status, page, context, "");
    }

    /** The same for a page that needs more, such as {@code script-src https://challenges.example}. */
    public Uni<RestResponse<String>> show(
            int status, TemplateInstance page, RoutingContext context, String alsoAllowed) {
        return showUnder(alsoAllowed.isEmpty() ? policy : policy + "; " + alsoAllowed, status, page, context);
    }

    /** The same for a page whose form leads on to another site: {@code source} is that one's origin or scheme. */
    public Uni<RestResponse<String>> showLeadingTo(
            String source, int status, TemplateInstance page, RoutingContext context) {
        // form-action is the last directive.
        return showUnder(policy.strip() + " " + source, status, page, context);
    }

    private Uni<RestResponse<String>> showUnder(
            String wholePolicy, int status, TemplateInstance page, RoutingContext context) {
        var language = Language.of(context);
        var answer = answer(status, context).header("Content-Security-Policy", wholePolicy);
        return page.setLocale(language.locale())
                .data("frame", Frame.of(context, language))
                .createUni()
                .map(html -> answer.entity(html).build());
    }

    /** A refusal as a page, in the reader's words where we have them. */
    public Uni<RestResponse<String>> refuse(Problem problem, RoutingContext context) {
        var page = Templates.refusal(Refusal.of(problem), problem.type().title(), String.valueOf(problem.getMessage()));
        return show(problem.type().status(), page, context);
    }

    /** The same for a problem that is written already (RFC 9457, section 3.1). */
    Uni<RestResponse<String>> refuse(JsonObject problem, RoutingContext context) {
        var refusal = Refusal.named(problem.getString("type"));
        var page = Templates.refusal(refusal, problem.getString("title"), problem.getString("detail"));
        return show(problem.getInteger("status"), page, context);
    }

    /** Onwards by GET, whatever the request was. */
    public static ResponseBuilder<String> goTo(String target) {
        return ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, target)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private ResponseBuilder<String> answer(int status, RoutingContext context) {
        var answer = ResponseBuilder.<String>create(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .header("Referrer-Policy", "strict-origin")
                .header("X-Robots-Tag", "noindex");
        Language.chosen(context).ifPresent(language -> answer.header(HttpHeaders.SET_COOKIE, remember(language)));
        return answer;
    }

    private String remember(Language language) {
        return Cookie.cookie(Language.PARAMETER, language.tag())
                .setPath("/")
                .setSecure(settings.secure())
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(A_YEAR.toSeconds())
                .encode();
    }
}
