package club.panamia.social.timeline;

import club.panamia.kernel.database.ReadPool;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/** What people of this server have said to everybody and not in answer to somebody, newest first. */
@Singleton
class PublicTimeline {

    /** A person who is locked, or whose profile is not shown, is not heard either. */
    static final String NEWEST = """
            SELECT s.id, s.uri, s.url, s.type, s.content, s.content_warning, s.language, s.published, s.article_id,
                   s.replies_count, s.likes_count, s.announces_count,
                   a.id AS actor_id, a.username, a.domain, a.uri AS actor_uri, a.name, a.icon_url,
                   coalesce((SELECT jsonb_agg(jsonb_build_object(
                                      'id', m.id, 'type', m.type, 'mediaType', m.media_type, 'url', m.url,
                                      'previewUrl', m.preview_url, 'description', m.description, 'blurhash', m.blurhash,
                                      'width', m.width, 'height', m.height) ORDER BY m.position)
                               FROM social_attachments m
                              WHERE m.status_id = s.id), '[]') AS attachments
              FROM social_statuses s
              JOIN social_actors a ON a.id = s.actor_id
              JOIN profiles p ON p.id = a.profile_id AND p.active AND p.social_eligible
              JOIN users u ON u.id = p.user_id AND u.locked_at IS NULL
             WHERE s.visibility = 'public' AND s.in_reply_to_uri IS NULL AND s.in_reply_to_id IS NULL AND NOT s.is_draft
               AND (s.expires_at IS NULL OR s.expires_at > now())
               AND (s.published, s.id) < ($1, $2)
             ORDER BY s.published DESC, s.id DESC
             LIMIT $3
            """;

    private final ReadPool pool;

    PublicTimeline(ReadPool pool) {
        this.pool = pool;
    }

    Uni<Page<StatusView>> page(PageQuery page) {
        return pool.ask(NEWEST, values(page))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(StatusView::of)
                                .toList(),
                        page,
                        StatusView::position));
    }

    static Tuple values(PageQuery page) {
        var end = page.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(end.time(0), end.text(1), page.rows());
    }
}
