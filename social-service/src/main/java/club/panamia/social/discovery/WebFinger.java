package club.panamia.social.discovery;

import static club.panamia.social.discovery.DiscoveryProblem.GONE;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.audience.Audience;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** Leads from a handle, present or former and in any case, to the actor (RFC 7033). */
@Singleton
class WebFinger {

    private static final String FOUND = """
            SELECT a.uri, a.username, a.domain
              FROM social_actors a
              %s
             WHERE a.id = %%s
            """.formatted(Audience.HERE);

    static final String BY_ID = FOUND.formatted("$1");

    static final String BY_NAME = FOUND.formatted("""
            coalesce((SELECT id FROM social_actors WHERE lower(username) = lower($1) AND profile_id IS NOT NULL),
                     (SELECT former.id FROM screenname_history h JOIN profiles owner ON owner.user_id = h.user_id
                        JOIN social_actors former ON former.profile_id = owner.id
                       WHERE lower(h.screenname) = lower($1)))
            """);

    private static final String GONE_FOR_GOOD = "SELECT FROM internal.tombstone WHERE uri = $1 AND told";

    /** Where whoever is of this server follows whom they have found on another one (OStatus). */
    private static final String SUBSCRIBE = "http://ostatus.org/schema/1.0/subscribe";

    private final Pool pool;
    private final Home home;

    WebFinger(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    /** @param wanted the relations that are asked for; all, if none are */
    Uni<String> answer(Sought sought, List<String> wanted) {
        return sought.equals(Sought.INSTANCE)
                ? Uni.createFrom().item(instance(wanted).encode())
                : person(sought, wanted);
    }

    private JsonObject instance(List<String> wanted) {
        return descriptor(home.domain(), home.domain(), home.instance(), home.at("/"), wanted);
    }

    private Uni<String> person(Sought sought, List<String> wanted) {
        return pool.preparedQuery(sought.byId() ? BY_ID : BY_NAME)
                .execute(Tuple.of(sought.key()))
                .chain(rows -> rows.size() == 0
                        ? refuse(sought)
                        : Uni.createFrom()
                                .item(descriptor(rows.iterator().next(), wanted).encode()));
    }

    private Uni<String> refuse(Sought sought) {
        return pool.preparedQuery(GONE_FOR_GOOD)
                .execute(Tuple.of(home.actor(sought.key())))
                .map(WebFinger::refusal);
    }

    private static String refusal(RowSet<Row> graves) {
        throw graves.size() > 0
                ? GONE.because("It has been deleted.")
                : CommonProblem.NOT_FOUND.because("Nobody here is called so.");
    }

    private JsonObject descriptor(Row row, List<String> wanted) {
        var username = row.getString("username");
        return descriptor(username, row.getString("domain"), row.getString("uri"), home.profile(username), wanted);
    }

    private JsonObject descriptor(String name, String domain, String uri, String page, List<String> wanted) {
        var links = new JsonArray();
        for (var link : List.of(
                link("self", "application/activity+json", uri),
                link("http://webfinger.net/rel/profile-page", "text/html", page),
                new JsonObject().put("rel", SUBSCRIBE).put("template", home.remoteFollow()))) {
            if (wanted.isEmpty() || wanted.contains(link.getString("rel"))) {
                links.add(link);
            }
        }
        return new JsonObject()
                .put("subject", "acct:%s@%s".formatted(name, domain))
                .put("aliases", new JsonArray().add(page).add(uri))
                .put("links", links);
    }

    private static JsonObject link(String rel, String type, String href) {
        return new JsonObject().put("rel", rel).put("type", type).put("href", href);
    }
}
