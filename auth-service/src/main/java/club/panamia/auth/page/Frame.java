package club.panamia.auth.page;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What the layout shows around a page: its language, and the same page in the other one ({@code otherHref}, if there is one). */
public record Frame(String lang, String otherLang, String otherName, String otherHref) {

    static Frame of(RoutingContext context, Language language) {
        var other = language.other();
        return new Frame(language.tag(), other.tag(), other.ownName(), here(context, other));
    }

    /** A page that answers a form cannot be read again in another language. */
    private static String here(RoutingContext context, Language language) {
        var request = context.request();
        if (!"GET".equals(request.method().name())) {
            return "";
        }
        return context.queryParams().entries().stream()
                .filter(parameter -> !parameter.getKey().equals(Language.PARAMETER))
                .map(parameter -> parameter(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining(
                        "", "?" + parameter(Language.PARAMETER, language.tag()).substring(1), ""));
    }

    private static String parameter(String name, String value) {
        return "&" + encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
