package club.panamia.social.document.actor;

import club.panamia.social.document.ActivityJson;
import club.panamia.social.home.Home;
import club.panamia.social.remote.InstanceActor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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

    private final InstanceActor instance;
    private final Pool pool;
    private final Home home;

    InstanceDocumentResource(InstanceActor instance, Pool pool, Home home) {
        this.instance = instance;
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
    @APIResponse(responseCode = "406", description = "not-acceptable: it is an ActivityPub document")
    public Uni<RestResponse<String>> document(@RestHeader("If-None-Match") @Nullable String known) {
        return find().chain(
                        rows -> rows.size() == 0 ? begin() : Uni.createFrom().item(rows))
                .map(rows -> answer(rows.iterator().next(), known));
    }

    @GET
    @Path("/outbox")
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readInstanceOutbox", summary = "What this server says to everybody: nothing")
    @APIResponse(responseCode = "200", description = "An empty collection")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "406", description = "not-acceptable: it is an ActivityPub document")
    public RestResponse<String> outbox(@RestHeader("If-None-Match") @Nullable String known) {
        var empty = ActivityJson.document()
                .put("id", home.instance() + "/outbox")
                .put("type", "OrderedCollection")
                .put("totalItems", 0)
                .put("orderedItems", new JsonArray());
        return ActivityJson.answer(empty, "\"0\"", known);
    }

    /** Whoever asks who we are may do so before we have asked anybody for anything. */
    private Uni<RowSet<Row>> begin() {
        return instance.begin().chain(this::find);
    }

    private Uni<RowSet<Row>> find() {
        return pool.preparedQuery(INSTANCE).execute(Tuple.of(home.instance()));
    }

    /** It follows nobody and nobody follows it, and it has no inbox but the shared one. */
    private RestResponse<String> answer(Row row, @Nullable String known) {
        var document =
                ActorDocument.of(row, home).put("url", home.at("/")).put("inbox", row.getString("shared_inbox_url"));
        List.of("followers", "following", "featured", "attachment").forEach(document::remove);
        return ActivityJson.answer(document, ActorDocument.tag(row), known);
    }
}
