package club.panamia.auth.page;

import club.panamia.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a sign-in by another provider ends that led nowhere: at the sign-in page, which explains it and offers a link by mail. */
@Singleton
public class FailedSignIn {

    private static final Map<String, SignInError> BY_SLUG = Map.of(
            "email-required", SignInError.EMAIL_REQUIRED,
            "provider-disabled", SignInError.PROVIDER_DISABLED,
            "provider-unavailable", SignInError.PROVIDER_UNAVAILABLE,
            "provider-refused", SignInError.PROVIDER_REFUSED,
            "verification-not-valid", SignInError.VERIFICATION_FAILED,
            "account-locked", SignInError.ACCOUNT_LOCKED,
            "account-linked-elsewhere", SignInError.ACCOUNT_NOT_LINKED);

    private final Pages pages;

    FailedSignIn(Pages pages) {
        this.pages = pages;
    }

    /** Other refusals, such as of too many tries, have a page of their own. */
    public Uni<RestResponse<String>> of(Problem problem, String target, RoutingContext context) {
        return Optional.ofNullable(BY_SLUG.get(problem.type().slug()))
                .map(error ->
                        Uni.createFrom().item(Pages.goTo(address(error, target)).build()))
                .orElseGet(() -> pages.refuse(problem, context));
    }

    private static String address(SignInError error, String target) {
        return target.equals("/")
                ? error.path()
                : error.path() + "&callbackUrl=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }
}
