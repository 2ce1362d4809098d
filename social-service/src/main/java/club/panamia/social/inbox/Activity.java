package club.panamia.social.inbox;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.home.Home;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of another server has done (ActivityStreams vocabulary, Activity).
 *
 * @param actor whose act it is, by their id, which is of the same server as the activity's own
 */
public record Activity(String id, String type, String actor, JsonObject body) {

    private static final Set<String> EVERYBODY = Set.of(Home.PUBLIC, "as:Public", "Public");

    /** Refuses what is no activity, or not one of its actor's own server. */
    static Activity of(JsonObject body) {
        var id = Ld.id(body);
        var actor = Ld.ref(body, "actor");
        var type = Ld.type(body);
        if (id == null || actor == null || type.isEmpty()) {
            throw CommonProblem.MALFORMED.because("An activity has an id, a type and an actor.");
        }
        if (!Host.isSame(id, actor)) {
            throw CommonProblem.FORBIDDEN.because("The activity is not of its actor's server.");
        }
        return new Activity(id, type, actor, body);
    }

    /** What it is done to, by its id. */
    public Optional<String> objectId() {
        return Optional.ofNullable(Ld.ref(body, "object"));
    }

    /** What it is done to, where that is sent with it. */
    public Optional<JsonObject> object() {
        return Optional.ofNullable(Ld.object(body, "object"));
    }

    /** The type of what it is done to; empty where only its id is sent. */
    public String objectType() {
        return object().map(Ld::type).orElse("");
    }

    /** An act upon another act: that one, where it is sent with it and is of the same actor. */
    public Optional<Activity> inner() {
        return object().filter(inner -> actor.equals(Ld.ref(inner, "actor")))
                .map(inner -> new Activity(String.valueOf(Ld.id(inner)), Ld.type(inner), actor, inner));
    }

    /** Somebody deletes themselves. */
    public boolean isFarewell() {
        return type.equals("Delete") && objectId().filter(actor::equals).isPresent();
    }

    /** Whether an addressee is everybody, in one of the three ways to write that. */
    public static boolean isEverybody(@Nullable String addressee) {
        return addressee != null && EVERYBODY.contains(addressee);
    }
}
