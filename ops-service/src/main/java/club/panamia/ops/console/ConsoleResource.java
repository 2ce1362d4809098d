package club.panamia.ops.console;

import club.panamia.kernel.event.ParkedEvents;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.ops.figures.Figures;
import club.panamia.ops.figures.FiguresView;
import club.panamia.ops.figures.Growth;
import club.panamia.ops.job.Ledger;
import club.panamia.ops.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The page, and the buttons on it. It shows nobody's data, so that looking at it needs no line in anybody's trail. */
@Path("/ops")
class ConsoleResource {

    private static final List<Growth> DRAWN = List.of(Growth.USERS, Growth.SIGNUPS, Growth.MESSAGES, Growth.MAILS);
    private static final String ROOM = "/ops/room";
    private static final int DAYS = 30;
    private static final int PARKED = 20;

    private final Figures figures;
    private final Ledger ledger;
    private final ParkedEvents parked;
    private final CurrentActor caller;

    ConsoleResource(Figures figures, Ledger ledger, ParkedEvents parked, CurrentActor caller) {
        this.figures = figures;
        this.ledger = ledger;
        this.parked = parked;
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
    public Uni<RestResponse<String>> show() {
        return caller.fresh()
                .chain(admin -> figures.now())
                .chain(this::furnished)
                .chain(room -> Pages.show(200, Templates.room(room), Locale.ENGLISH));
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

    private Uni<Room> furnished(FiguresView now) {
        return Uni.combine()
                .all()
                .unis(plots(), ledger.all(), parked.list("", "", PARKED))
                .asTuple()
                .map(found -> new Room(now, found.getItem1(), found.getItem2(), found.getItem3()));
    }

    private Uni<List<Plot>> plots() {
        return Multi.createFrom()
                .iterable(DRAWN)
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
