package club.panamia.ops.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;

/** Pages that may hold a token: nothing keeps them, no script runs in them, and no other site learns their address. */
public final class Pages {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final Locale SPANISH = Locale.of("es");

    private Pages() {}

    /** Under {@code no-referrer} browsers would send the form with {@code Origin: null}. */
    public static Uni<RestResponse<String>> show(int status, TemplateInstance page, Locale locale) {
        var answer = RestResponse.ResponseBuilder.<String>create(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", POLICY);
        return page.setLocale(locale)
                .createUni()
                .map(html -> answer.entity(html).build());
    }

    /** The language of a mail, by its tag. */
    public static Locale locale(String tag) {
        return "es".equals(tag) ? SPANISH : Locale.ENGLISH;
    }

    /** What the reader's browser asks for first. */
    public static Locale languageOf(RoutingContext context) {
        return context.acceptableLanguages().stream()
                .findFirst()
                .map(language -> locale(language.tag()))
                .orElse(Locale.ENGLISH);
    }
}
