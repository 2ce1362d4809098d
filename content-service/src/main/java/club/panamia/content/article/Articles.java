package club.panamia.content.article;

import static club.panamia.content.article.ArticleProblem.CANNOT_BE_ASKED;
import static club.panamia.content.article.ArticleProblem.NO_SUCH_ARTICLE;
import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.content.state.Action;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The articles, for those who change them. Who only reads asks by SQL: reading, mine. */
@ApplicationScoped
public class Articles implements PanacheRepositoryBase<Article, String> {

    private static final int MOST_NAMESAKES = 100;

    private static final String NEXT_DUE = """
            SELECT id FROM articles WHERE publish_at <= now() ORDER BY publish_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private static final String CAN_BE_ANSWERED = """
            WITH RECURSIVE line (id, in_reply_to) AS (
              SELECT p.id, p.in_reply_to FROM articles p WHERE p.id = :parent AND p.status = 'published'
               UNION
              SELECT a.id, a.in_reply_to FROM articles a JOIN line ON a.id = line.in_reply_to
            )
            SELECT count(*) > 0 AND NOT coalesce(bool_or(id = :id), false) FROM line
            """;

    private static final String CAN_BE_ASKED = """
            SELECT EXISTS (SELECT FROM users u JOIN profiles p ON p.user_id = u.id
                            WHERE u.id = :id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL AND u.screenname IS NOT NULL)
            """;

    /** The article, locked, if the actor may know of it: whoever changes it at the same moment waits, and then sees the change. */
    public Uni<Article> forChange(Actor actor, String slug) {
        return knownTo(actor, find("slug", slug).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    /** The article, if the actor has a part in it. */
    public Uni<Article> inside(Actor actor, String slug) {
        return knownTo(actor, find("slug", slug))
                .invoke(article -> requireThat(article.partOf(actor).isInside(article.status())));
    }

    /** The article, if the actor may do this with it. */
    @WithSession
    public Uni<Article> permitted(Action action, Actor actor, String slug) {
        return inside(actor, slug).invoke(article -> article.permit(action, actor));
    }

    /** The article that has been due longest, locked, and nobody else is at; null where nothing is due. */
    public Uni<@Nullable Article> nextDue() {
        return getSession()
                .chain(session ->
                        session.createNativeQuery(NEXT_DUE, String.class).getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transformToUni(id -> findById(id));
    }

    /** Those that somebody began, from the first one after {@code id} on. */
    @WithSession
    public Uni<List<Article>> begunBy(Actor author, String id, int most) {
        return find("authorId = ?1 and id > ?2 order by id", author.userId(), id)
                .page(0, most)
                .list();
    }

    /** Those that somebody began and that have this address, or it with a number. */
    public Uni<List<Article>> begunAt(Actor author, String slug) {
        return find("authorId = ?1 and (slug = ?2 or slug like ?3) order by id", author.userId(), slug, slug + "-%")
                .page(0, MOST_NAMESAKES)
                .list();
    }

    /** Refuses an answer to what is not public, or is itself an answer, over whatever others, to the article {@code id}. */
    public Uni<Void> requireParent(@Nullable String parentId, @Nullable String id) {
        if (parentId == null) {
            return Uni.createFrom().voidItem();
        }
        return getSession()
                .chain(session -> session.createNativeQuery(CAN_BE_ANSWERED, Boolean.class)
                        .setParameter("parent", parentId)
                        .setParameter("id", id == null ? "" : id)
                        .getSingleResult())
                .invoke(Articles::requireAnswerable)
                .replaceWithVoid();
    }

    /** Refuses to ask somebody who is not there, or has nothing to be credited or reached by. */
    public Uni<Void> requireKnown(String userId) {
        return getSession()
                .chain(session -> session.createNativeQuery(CAN_BE_ASKED, Boolean.class)
                        .setParameter("id", userId)
                        .getSingleResult())
                .invoke(Articles::requireAskable)
                .replaceWithVoid();
    }

    private static Uni<Article> knownTo(Actor actor, PanacheQuery<Article> found) {
        return found.firstResult().invoke(article -> requireThat(article != null && article.isKnownTo(actor)));
    }

    /** An outsider learns nothing about drafts. */
    private static void requireThat(boolean known) {
        if (!known) {
            throw NO_SUCH_ARTICLE.because("Nothing that is yours to see has this address.");
        }
    }

    private static void requireAnswerable(boolean answerable) {
        if (!answerable) {
            throw noParent();
        }
    }

    private static void requireAskable(boolean askable) {
        if (!askable) {
            throw CANNOT_BE_ASKED.because("There is no member of this id who has a profile and a screenname.");
        }
    }

    static Problem noParent() {
        return INVALID.because("Only a published article can be answered.")
                .at("/inReplyTo", "must be the id of a published article that does not answer this one");
    }
}
