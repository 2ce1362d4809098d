package club.panamia.ops.console;

import club.panamia.kernel.event.ParkedEvents;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.ops.audit.AdminTrail;
import club.panamia.ops.figures.Figures;
import club.panamia.ops.figures.Growth;
import club.panamia.ops.job.Ledger;
import club.panamia.ops.mail.Domains;
import club.panamia.ops.moderation.ReportView;
import club.panamia.ops.moderation.Reports;
import club.panamia.ops.moderation.Settlement;
import club.panamia.ops.moderation.Source;
import club.panamia.ops.page.Pages;
import club.panamia.ops.quota.Quotas;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The page, and the buttons on it. Of people it shows only what they reported, and that it was read they see. */
@Path("/ops")
class ConsoleResource {

    private static final String ROOM = "/ops/room";
    private static final int DAYS = 30;
    private static final int PARKED = 20;
    private static final int REPORTS = 20;

    private final Figures figures;
    private final Ledger ledger;
    private final ParkedEvents parked;
    private final Reports reports;
    private final Domains domains;
    private final Quotas quotas;
    private final AdminTrail trail;
    private final CurrentActor caller;

    ConsoleResource(
            Figures figures,
            Ledger ledger,
            ParkedEvents parked,
            Reports reports,
            Domains domains,
            Quotas quotas,
            AdminTrail trail,
            CurrentActor caller) {
        this.figures = figures;
        this.ledger = ledger;
        this.parked = parked;
        this.reports = reports;
        this.domains = domains;
        this.quotas = quotas;
        this.trail = trail;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance room(Room room);
    }

    /** Whoever is not signed in is led to do so, and back. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> enter() {
        return caller.find().map(person -> goTo(person.isPresent() ? ROOM : "/signin?callbackUrl=%2Fops"));
    }

    @GET
    @Path("/room")
    @RolesAllowed("admin")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@Context RoutingContext context) {
        return caller.fresh()
                .chain(this::furnished)
                .chain(room -> Pages.show(200, Templates.room(room), Pages.languageOf(context)));
    }

    @POST
    @Path("/events/{id}/replay")
    @RolesAllowed("admin")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> replay(@RestPath String id) {
        return caller.fresh().chain(admin -> parked.retry(id)).map(done -> goTo(ROOM));
    }

    @POST
    @Path("/jobs/{name}/run")
    @RolesAllowed("admin")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> run(@RestPath String name) {
        return caller.fresh().chain(admin -> ledger.hurry(name)).map(done -> goTo(ROOM));
    }

    @POST
    @Path("/reports/{source}/{id}/{outcome}")
    @RolesAllowed("admin")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> settle(
            @RestPath Source source, @RestPath String id, @RestPath Settlement.Outcome outcome) {
        return caller.fresh()
                .chain(admin -> reports.settle(source, id, new Settlement(outcome), admin))
                .map(done -> goTo(ROOM));
    }

    private Uni<Room> furnished(Actor admin) {
        return Uni.combine()
                .all()
                .unis(
                        figures.now(),
                        waiting(admin),
                        domains.failing(),
                        quotas.all(),
                        plots(),
                        ledger.all(),
                        parked.list("", "", PARKED))
                .with(Room::new);
    }

    private Uni<List<ReportView>> waiting(Actor admin) {
        return reports.open(REPORTS).call(read -> trail.readOf(admin, read, ReportView::reporterId));
    }

    private Uni<List<Plot>> plots() {
        return Multi.createFrom()
                .items(Growth.values())
                .onItem()
                .transformToUniAndConcatenate(
                        growth -> figures.byDay(growth, DAYS).map(days -> Plot.of(growth.wire(), days)))
                .collect()
                .asList();
    }

    private static RestResponse<String> goTo(String target) {
        return RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, target)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
