package club.panamia.social.embed;

import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.request.ETag;
import club.panamia.social.audience.Audience;
import club.panamia.social.discovery.Introduction;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Posts of this server that everybody may read, for pages elsewhere (oEmbed 1.0, section 2.3). */
@Singleton
class Embeds {

    static final String ONE = "SELECT %s FROM %s WHERE s.id = $1 AND %s"
            .formatted(Embedded.COLUMNS, Audience.FROM_HERE, Audience.ANYBODY_MAY_SEE);

    private static final long HOUR = 3600;

    /** As long as other documents of posts are kept on the way. */
    private static final long MINUTE = 60;

    private final Pool pool;
    private final PostAddress addresses;
    private final Introduction introduction;
    private final Home home;

    Embeds(Pool pool, PostAddress addresses, Introduction introduction, Home home) {
        this.pool = pool;
        this.addresses = addresses;
        this.introduction = introduction;
        this.home = home;
    }

    /** @param known the tag of what the reader has */
    Uni<RestResponse<EmbedView>> answer(EmbedQuery query, @Nullable String known) {
        var id = addresses.idIn(query.url).orElseThrow(Embeds::refusal);
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(Embeds::theOne)
                .map(row -> answer(view(Embedded.of(row, home), query), known));
    }

    private static Row theOne(RowSet<Row> rows) {
        return rows.stream().findFirst().orElseThrow(Embeds::refusal);
    }

    private EmbedView view(Embedded post, EmbedQuery query) {
        return EmbedView.of(
                post,
                introduction.name(),
                home.at("/"),
                query.width(),
                post.secondsLeft() == null ? HOUR : Math.clamp(post.secondsLeft(), 0, HOUR),
                post.thumbnail().filter(query::hasRoomFor).orElse(null));
    }

    private static RestResponse<EmbedView> answer(EmbedView view, @Nullable String known) {
        var tag = ETag.of(view.content());
        var isKnown = ETag.isKnown(tag, known);
        var answer = ResponseBuilder.<EmbedView>create(isKnown ? Status.NOT_MODIFIED : Status.OK)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + Math.min(view.cacheAge(), MINUTE));
        return isKnown ? answer.build() : answer.entity(view).build();
    }

    private static Problem refusal() {
        return NO_SUCH_STATUS.because("This is not the address of a post here that is for everybody.");
    }
}
