package club.panamia.auth.page;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.settings.Settings;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * The forms of our pages are sent by our pages alone, and not, as calls of the API are, by pages of allowed origins too. A browser
 * says {@code Origin: null} under the referrer policy {@code no-referrer}, which is why pages have another one.
 */
@Singleton
public class SameOrigin {

    private final String own;

    SameOrigin(Settings settings) {
        own = settings.publicUrl().toString();
    }

    public void require(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        var ours = origin != null ? own.equals(origin) : "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
        if (!ours) {
            throw CommonProblem.WRONG_ORIGIN.because("This form belongs to a page under PUBLIC_URL.");
        }
    }
}
