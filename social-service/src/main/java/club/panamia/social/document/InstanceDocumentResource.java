package club.panamia.social.document;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** This server as an actor: its key proves to other servers that it is we who ask. */
@Path("/ap/actor")
@Tag(name = "Federation")
@PermitAll
class InstanceDocumentResource {

    private static final String INSTANCE = """
            SELECT %s FROM social_actors a LEFT JOIN internal.actor_key k ON k.actor_id = a.id AND k.kind = 'ed25519'
             WHERE a.uri = $1
            """.formatted(ActorDocument.COLUMNS);

    private final Pool pool;
    private final Home home;

    InstanceDocumentResource(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    @GET
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "readInstanceActor",
            summary = "This server as an actor, with the key that it asks others with")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: it has asked nobody yet")
    public Uni<RestResponse<String>> document(@RestHeader("If-None-Match") @Nullable String known) {
        return pool.preparedQuery(INSTANCE).execute(Tuple.of(home.instance())).map(rows -> answer(rows, known));
    }

    private RestResponse<String> answer(RowSet<Row> rows, @Nullable String known) {
        if (rows.size() == 0) {
            throw CommonProblem.NOT_FOUND.because("This server has not asked anybody for anything yet.");
        }
        var row = rows.iterator().next();
        return ActivityJson.answer(ActorDocument.of(row, home).put("url", home.at("/")), ActorDocument.tag(row), known);
    }
}
