package club.panamia.kernel.idempotency;

import club.panamia.kernel.house.Parcel;
import club.panamia.kernel.problem.CommonProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** An endpoint that creates something, as services have them. */
@Path("/letters/{box}")
@PermitAll
public class LetterResource {

    /** The letter named "slow" waits for it. */
    static volatile CompletableFuture<Void> go = CompletableFuture.completedFuture(null);

    /** The letter named "slow" has begun. */
    static volatile CompletableFuture<Void> begun = new CompletableFuture<>();

    public record Letter(@NotBlank String name, Map<String, String> stamps) {}

    public record Stored(String id, String name) {}

    @POST
    @WithTransaction
    @Idempotent
    public Uni<RestResponse<Stored>> store(@RestPath String box, @Valid @NotNull Letter letter) {
        var parcel = new Parcel();
        parcel.name = letter.name();
        parcel.email = "letters@example.org";
        return Panache.getSession()
                .chain(session -> session.persist(parcel))
                .chain(() -> waitIfSlow(letter.name()))
                .map(nothing -> answer(parcel));
    }

    private static RestResponse<Stored> answer(Parcel parcel) {
        return switch (parcel.name) {
            case "refused" -> throw CommonProblem.CONFLICT.because("not this one");
            case "nothing" -> RestResponse.noContent();
            default ->
                RestResponse.ResponseBuilder.<Stored>created(URI.create("/letters/all/" + parcel.id))
                        .entity(new Stored(parcel.id, parcel.name))
                        .build();
        };
    }

    private static Uni<Void> waitIfSlow(String name) {
        if (!name.equals("slow")) {
            return Uni.createFrom().voidItem();
        }
        begun.complete(null);
        var context = Vertx.currentContext();
        // Whoever lets it go is on another thread.
        return Uni.createFrom().completionStage(() -> go).emitOn(rest -> context.runOnContext(ignored -> rest.run()));
    }
}
