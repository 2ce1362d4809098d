package club.panamia.ops.newsletter;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.problem.Problem;
import club.panamia.ops.audit.AdminTrail;
import club.panamia.ops.captcha.Captcha;
import club.panamia.ops.csv.Table;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asking for the newsletter, for anybody; who asked, for administrators. */
@Path("/api/newsletter")
@Tag(name = "Newsletter")
class SignupsResource {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PER_CLIENT = 5;
    private static final int PER_ADDRESS = 3;
    private static final int BATCH = 500;

    private final AskForNewsletter askForNewsletter;
    private final Signups signups;
    private final Captcha captcha;
    private final RateLimits limits;
    private final AdminTrail trail;
    private final CurrentActor caller;

    SignupsResource(
            AskForNewsletter askForNewsletter,
            Signups signups,
            Captcha captcha,
            RateLimits limits,
            AdminTrail trail,
            CurrentActor caller) {
        this.askForNewsletter = askForNewsletter;
        this.signups = signups;
        this.captcha = captcha;
        this.limits = limits;
        this.trail = trail;
        this.caller = caller;
    }

    /** Whoever reads it already, asked too often, or filled the hidden field in, hears the same as everybody else. */
    @POST
    @Path("/signups")
    @PermitAll
    @Operation(
            operationId = "askForNewsletter",
            summary = "Ask for the newsletter; a mail with a link to confirm it follows")
    @APIResponse(responseCode = "202", description = "Look into your mailbox: the same answer for everybody")
    @APIResponse(
            responseCode = "422",
            description =
                    "invalid-input: a value is missing or too long; captcha-not-passed: not signed in, and not solved")
    @APIResponse(responseCode = "429", description = "too-many-requests: five times an hour")
    public Uni<RestResponse<Void>> ask(@Valid @NotNull Signup signup, RoutingContext context) {
        var client = context.request().remoteAddress().hostAddress();
        return limits.take("newsletter", client, PER_CLIENT, HOUR)
                .chain(() -> requirePerson(signup, client))
                .chain(() ->
                        signup.fillsTheHiddenField() ? Uni.createFrom().voidItem() : askOncePerAddress(signup, client))
                .replaceWith(RestResponse.accepted());
    }

    private Uni<Void> requirePerson(Signup signup, String client) {
        return caller.find()
                .chain(person -> person.isPresent()
                        ? Uni.createFrom().item(true)
                        : captcha.isPassed(signup.captchaToken(), "newsletter", client))
                .replaceWithVoid();
    }

    /** So that nobody's mailbox is filled by strangers. */
    private Uni<Void> askOncePerAddress(Signup signup, String client) {
        return limits.take("newsletter-address", signup.email(), PER_ADDRESS, DAY)
                .replaceWith(true)
                .onFailure(Problem.class)
                .recoverWithItem(false)
                .chain(free -> free
                        ? askForNewsletter.by(signup, client)
                        : Uni.createFrom().voidItem());
    }

    @GET
    @Path("/signups")
    @RolesAllowed("admin")
    @Operation(operationId = "listNewsletterSignups", summary = "List who asked for the newsletter, newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the state, the type, the cursor or the limit")
    public Uni<Page<SignupView>> list(@BeanParam @Valid SignupQuery query) {
        return caller.fresh()
                .chain(admin -> signups.page(query).call(page -> trail.read(admin, page.items(), SignupView::email)));
    }

    @GET
    @Path("/signups.csv")
    @RolesAllowed("admin")
    @Produces("text/csv; charset=utf-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"newsletter.csv\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "exportNewsletterSignups",
            summary = "Export who asked for the newsletter as CSV, newest first")
    @APIResponse(responseCode = "200", description = "All that the query finds; nothing in it runs as a formula")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the state or the type")
    public Multi<String> export(@BeanParam @Valid SignupQuery query) {
        return caller.fresh().onItem().transformToMulti(admin -> csv(admin, query));
    }

    private Multi<String> csv(Actor admin, SignupQuery query) {
        return Table.<SignupView>of(
                Table.cells("E-mail", "Name", "Type", "Language", "Asked", "Confirmed", "Left"),
                last -> batch(admin, query, last),
                view -> Table.cells(
                        view.email(),
                        view.name(),
                        view.signupType() == null ? null : view.signupType().wire(),
                        view.locale(),
                        view.createdAt(),
                        view.confirmedAt(),
                        view.unsubscribedAt()));
    }

    private Uni<List<SignupView>> batch(Actor admin, SignupQuery query, @Nullable SignupView last) {
        return signups.rows(query, last == null ? Cursor.NEWEST : last.position(), BATCH)
                .call(rows -> trail.read(admin, rows, SignupView::email));
    }
}
