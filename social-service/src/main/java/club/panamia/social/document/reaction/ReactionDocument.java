package club.panamia.social.document.reaction;

import club.panamia.social.home.Home;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What somebody does to a post or to somebody else, as other servers read it (ActivityStreams vocabulary, section 3.1). */
public final class ReactionDocument {

    private ReactionDocument() {}

    /** Without a context: it may stand within another document. */
    public static JsonObject of(String type, String uri, String actor, String object) {
        return new JsonObject()
                .put("id", uri)
                .put("type", type)
                .put("actor", actor)
                .put("object", object);
    }

    /** That somebody does something that concerns one other actor alone. */
    static JsonObject between(String type, String uri, String actor, String object, String published, String other) {
        return of(type, uri, actor, object)
                .put("published", published)
                .put("to", new JsonArray().add(other))
                .put("cc", new JsonArray());
    }

    /**
     * That a post is handed on to everybody.
     *
     * @param heard who hears of it by name: the followers, and the post's author
     */
    public static JsonObject announce(String uri, String actor, String object, String published, List<String> heard) {
        return of("Announce", uri, actor, object)
                .put("published", published)
                .put("to", new JsonArray().add(Home.PUBLIC))
                .put("cc", new JsonArray(heard));
    }
}
