package club.panamia.social.trend;

import club.panamia.kernel.database.ReadPool;
import club.panamia.kernel.identity.Actor;
import club.panamia.social.audience.Audience;
import club.panamia.social.filter.FilterContext;
import club.panamia.social.filter.Filtering;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The last reckoning, as far as it still holds for whoever asks. */
@Singleton
class Trends {

    private static final String TAGS = """
            SELECT t.name, t.people, t.posts FROM internal.trend_tag t
             WHERE NOT EXISTS (SELECT FROM internal.hidden_tag h WHERE h.name = t.name)
             ORDER BY t.people DESC, t.posts DESC, t.name
             LIMIT 20
            """;

    static final String STATUSES = Audience.viewer("$1")
            + Filtering.FILTERS
            + """
            SELECT %s, %s
              FROM internal.trend_status r JOIN (%s) ON s.id = r.status_id
             WHERE s.visibility = 'public' AND a.standing = 'good' AND %s AND %s AND %s
               AND NOT EXISTS (SELECT FROM social_tags t JOIN internal.hidden_tag h ON h.name = substr(lower(t.name), 2)
                                WHERE t.status_id = s.id AND t.type = 'Hashtag')
             ORDER BY r.people DESC, s.published DESC, s.id DESC
             LIMIT 20
            """.formatted(
                            StatusView.COLUMNS,
                            Filtering.filtered(FilterContext.PUBLIC),
                            Audience.FROM,
                            Audience.WANTS_TO_HEAR,
                            Audience.MAY_SEE,
                            Filtering.wanted(FilterContext.PUBLIC));

    private final ReadPool pool;
    private final MediaLinks links;

    Trends(ReadPool pool, MediaLinks links) {
        this.pool = pool;
        this.links = links;
    }

    Uni<List<TrendingTag>> tags() {
        return pool.ask(TAGS, Tuple.tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TrendingTag::of)
                        .toList());
    }

    Uni<List<StatusView>> statuses(@Nullable Actor reader) {
        return pool.ask(STATUSES, values(reader)).map(this::shown);
    }

    static Tuple values(@Nullable Actor reader) {
        return Tuple.of(reader == null ? null : reader.userId());
    }

    private List<StatusView> shown(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StatusView.of(row, links))
                .toList();
    }
}
