package club.panamia.social.trend;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Which hashtags do not trend. What is decided stands in the trail, once; each decision is one statement. */
@Singleton
class HiddenTags {

    private static final String NOTE = """
            , noted AS (
              INSERT INTO internal.security_event (actor_id, subject_id, action)
              SELECT CAST($2 AS text), '#' || name, '%s' FROM changed
            )
            SELECT FROM changed
            """;

    private static final String HIDE = """
            WITH changed AS (
              INSERT INTO internal.hidden_tag (name) VALUES (lower($1)) ON CONFLICT (name) DO NOTHING RETURNING name
            )
            """ + NOTE.formatted("tag-hidden");

    private static final String SHOW = """
            WITH changed AS (
              DELETE FROM internal.hidden_tag WHERE name = lower($1) RETURNING name
            )
            """ + NOTE.formatted("tag-shown");

    private static final String LIST =
            "SELECT name, created_at FROM internal.hidden_tag WHERE name > $1 ORDER BY name LIMIT $2";

    private final Pool pool;

    HiddenTags(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> hide(Actor moderator, TagName tag) {
        return decide(HIDE, moderator, tag);
    }

    Uni<Void> show(Actor moderator, TagName tag) {
        return decide(SHOW, moderator, tag);
    }

    Uni<Page<HiddenTag>> page(PageQuery query) {
        var after = query.after(1).map(cursor -> cursor.text(0)).orElse("");
        return pool.preparedQuery(LIST)
                .mapping(HiddenTag::of)
                .execute(Tuple.of(after, query.rows()))
                .map(found -> Page.of(found, query, HiddenTag::position));
    }

    private Uni<Void> decide(String decision, Actor moderator, TagName tag) {
        return pool.preparedQuery(decision)
                .execute(Tuple.of(tag.value(), moderator.userId()))
                .replaceWithVoid();
    }
}
