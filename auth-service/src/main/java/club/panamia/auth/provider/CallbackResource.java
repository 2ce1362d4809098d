package club.panamia.auth.provider;

import static club.panamia.auth.provider.ProviderProblem.REFUSED;
import static club.panamia.auth.provider.ProviderProblem.UNAVAILABLE;

import club.panamia.auth.page.FailedSignIn;
import club.panamia.auth.page.Pages;
import club.panamia.auth.session.Browser;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where providers send browsers back to (RFC 6749, section 4.1.2). */
@Path("/login/provider/{id}/callback")
class CallbackResource {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 30;
    private static final Set<String> TEMPORARY = Set.of("temporarily_unavailable", "server_error");

    private final Providers providers;
    private final Flows flows;
    private final Arrival arrival;
    private final FailedSignIn failed;
    private final RateLimits limits;

    CallbackResource(Providers providers, Flows flows, Arrival arrival, FailedSignIn failed, RateLimits limits) {
        this.providers = providers;
        this.flows = flows;
        this.arrival = arrival;
        this.failed = failed;
        this.limits = limits;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> arrive(
            @RestPath String id, @RestQuery @Nullable String error, @Context RoutingContext context) {
        return limits.take(
                        "provider-callback", String.valueOf(Browser.of(context).address()), PER_MINUTE, MINUTE)
                .map(taken -> providers.named(id))
                .invoke(provider -> refuse(error, provider))
                .chain(provider -> arrive(provider, context))
                .onFailure(Problem.class)
                .recoverWithUni(refusal -> failed.of(refusal, "/", context));
    }

    private Uni<RestResponse<String>> arrive(Provider provider, RoutingContext context) {
        var flow = flows.find(context, provider);
        return arrival.of(flow, provider, context)
                .invoke(answer -> answer.getHeaders().add(HttpHeaders.SET_COOKIE, flows.forget(context, provider)));
    }

    private static void refuse(@Nullable String error, Provider provider) {
        if (error != null) {
            throw TEMPORARY.contains(error)
                    ? UNAVAILABLE.because("%s does not answer at the moment.".formatted(provider.label()))
                    : REFUSED.because("%s did not say who you are.".formatted(provider.label()));
        }
    }

    /**
     * Apple answers by a form of its own page's, with which browsers send none of our cookies: as a link they do. The one-time
     * code is worth nothing without them.
     */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> repeat(
            @RestPath String id,
            @RestForm @Nullable String code,
            @RestForm @Nullable String state,
            @RestForm @Nullable String error) {
        var query = Stream.of(parameter("code", code), parameter("state", state), parameter("error", error))
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
        return Uni.createFrom()
                .item(Pages.goTo(providers.named(id).callbackPath() + "?" + query)
                        .build());
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
