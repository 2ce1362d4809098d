package club.panamia.social.feed;

import static club.panamia.social.actor.SocialProblem.NO_SUCH_ACTOR;

import club.panamia.kernel.request.ETag;
import club.panamia.social.actor.Named;
import club.panamia.social.audience.Audience;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * What people of this server say to everybody, for feed readers. Whoever takes part in the fediverse can be read like this, as
 * on other servers; whether they want to be recommended is another matter.
 */
@Singleton
class Feeds {

    /** The actor with their newest posts: what they began themselves, neither an answer nor handed on. */
    static final String NEWEST = """
            SELECT a.username, a.domain, coalesce(a.name, a.username) AS author, a.icon_url,
                   lower(a.username) <> lower(split_part($1, '@', 1)) AS has_moved, said.*
              FROM social_actors a
              %s
              LEFT JOIN LATERAL (
                SELECT %s
                  FROM social_statuses s
                 WHERE s.actor_id = a.id AND s.visibility = 'public' AND %s AND %s
                 ORDER BY s.published DESC, s.id DESC LIMIT 20) said ON true
             WHERE a.id = %s AND a.standing = 'good'
             ORDER BY said.published DESC, said.id DESC
            """.formatted(
                    Audience.HERE,
                    Item.COLUMNS,
                    Audience.NO_ANSWER,
                    Audience.ANYBODY_MAY_SEE,
                    Named.idNowOrFormerly("$1", "$2"));

    private static final String FOR_A_MINUTE = "public, max-age=60";

    private final Pool pool;
    private final Home home;

    Feeds(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    /** @param known the tag of what the reader has */
    Uni<RestResponse<String>> of(String username, @Nullable String known) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(home.handle(username), home.domain()))
                .map(rows -> answer(rows.stream().toList(), known));
    }

    private RestResponse<String> answer(List<Row> rows, @Nullable String known) {
        if (rows.isEmpty()) {
            throw NO_SUCH_ACTOR.because("Nobody here who may be seen has this name.");
        }
        return rows.getFirst().getBoolean("has_moved")
                ? moved(rows.getFirst().getString("username"))
                : whole(RssDocument.of(Feed.of(rows, home)), known);
    }

    /** Feed readers remember that, and ask there from now on. */
    private RestResponse<String> moved(String username) {
        return ResponseBuilder.<String>create(Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, home.feed(username))
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE)
                .build();
    }

    private static RestResponse<String> whole(String document, @Nullable String known) {
        var tag = ETag.of(document);
        var isKnown = ETag.isKnown(tag, known);
        var answer = ResponseBuilder.<String>create(isKnown ? Status.NOT_MODIFIED : Status.OK)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE);
        return isKnown
                ? answer.build()
                : answer.header(HttpHeaders.CONTENT_TYPE, RssDocument.TYPE + "; charset=utf-8")
                        .entity(document)
                        .build();
    }
}
