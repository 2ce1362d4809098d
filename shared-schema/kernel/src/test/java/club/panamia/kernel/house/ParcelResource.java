package club.panamia.kernel.house;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.CommonProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;

/** Endpoints that do what endpoints do, for tests of what the kernel adds to them. */
@Path("/parcels")
public class ParcelResource {

    public record Draft(
            @NotBlank @Size(max = 10) String name,
            @NotNull @Valid Sender sender) {}

    public record Sender(@NotBlank String email, List<@NotBlank String> tags) {}

    private final CurrentActor caller;
    private final Pool pool;

    ParcelResource(CurrentActor caller, Pool pool) {
        this.caller = caller;
        this.pool = pool;
    }

    @POST
    @RolesAllowed("member")
    @Consumes("application/json")
    @WithTransaction
    public Uni<Parcel> send(@Valid @NotNull Draft draft) {
        var parcel = new Parcel();
        parcel.name = draft.name();
        parcel.email = draft.sender().email();
        return Panache.getSession().chain(session -> session.persist(parcel)).replaceWith(parcel);
    }

    public record Note(String text) {}

    @PUT
    @Path("/note")
    @PermitAll
    public Uni<String> note(@NotNull Note note) {
        return Uni.createFrom().item(note.text());
    }

    @GET
    @PermitAll
    public Page<Integer> list(@BeanParam @Valid PageQuery query) {
        var after =
                query.after(1).map(cursor -> Integer.parseInt(cursor.text(0))).orElse(0);
        var found =
                IntStream.rangeClosed(after + 1, 50).limit(query.rows()).boxed().toList();
        return Page.of(found, query, Cursor::of);
    }

    @GET
    @Path("/whoami")
    @PermitAll
    public Uni<String> whoami() {
        return caller.find().map(found -> found.map(Actor::userId).orElse("nobody"));
    }

    @GET
    @Path("/fresh")
    @RolesAllowed("member")
    public Uni<String> fresh() {
        return caller.fresh().map(Actor::userId);
    }

    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    public String admin() {
        return caller.actor().userId();
    }

    @GET
    @Path("/undeclared")
    public String undeclared() {
        return "nobody declared who may read this";
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("jdbc:postgresql://secret-host");
    }

    @GET
    @Path("/refused")
    @PermitAll
    public String refused() {
        throw CommonProblem.TOO_MANY.because("Slow down.").with("limit", 5).retryAfter(Duration.ofMillis(10));
    }

    /** What no endpoint may do: it keeps its event loop from everybody else for longer than is borne. */
    @GET
    @Path("/blocking")
    @PermitAll
    @NonBlocking
    public String blocking() {
        LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
        return "at last";
    }

    /** Keeps a connection busy for half a second. */
    @GET
    @Path("/slow")
    @PermitAll
    public Uni<String> slow() {
        return pool.query("SELECT pg_sleep(0.5)").execute().replaceWith("done");
    }

    /** Changes a parcel that somebody else changes between the reading and the writing. */
    @PUT
    @Path("/{id}/overtaken")
    @PermitAll
    @WithTransaction
    public Uni<Void> overtaken(@RestPath String id) {
        return Panache.getSession()
                .chain(session -> session.find(Parcel.class, id))
                .call(() -> pool.preparedQuery("UPDATE contact_submissions SET name = 'theirs' WHERE id = $1")
                        .execute(Tuple.of(id)))
                .invoke(parcel -> parcel.name = "ours")
                .replaceWithVoid();
    }

    /** Runs a statement that the database refuses. */
    @PUT
    @Path("/refusal/{kind}")
    @PermitAll
    public Uni<Void> refusal(@RestPath String kind) {
        var statement = switch (kind) {
            case "taken" -> "INSERT INTO brevo_contacts (email) VALUES ('a@b.c'), ('A@B.C')";
            case "check" -> "INSERT INTO newsletter_signups (email) VALUES ('')";
            case "late" -> "SELECT pg_terminate_backend(pg_backend_pid())";
            case "ours" -> "SELECT nonsense";
            default -> throw new IllegalArgumentException(kind);
        };
        return pool.query(statement).execute().replaceWithVoid();
    }
}
