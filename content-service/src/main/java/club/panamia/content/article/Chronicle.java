package club.panamia.content.article;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** Writes down what was done with an article: for others as an event, for its people in its history; in the caller's transaction. */
@ApplicationScoped
public class Chronicle {

    private static final String REMEMBER = """
            INSERT INTO internal.article_history (article_id, actor_id, step, subject, reason)
            VALUES (:article, :actor, :step, :subject, :reason)
            """;

    private final EventLog events;

    Chronicle(EventLog events) {
        this.events = events;
    }

    public Uni<Void> record(Actor actor, ArticleStep step) {
        return tell(actor, step).chain(() -> remember(actor.userId(), step));
    }

    /** Nothing where nothing was done. */
    public Uni<Void> record(Actor actor, Optional<ArticleStep> step) {
        return step.map(done -> record(actor, done))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Nothing where it was so before. */
    public Uni<Void> record(Actor actor, ArticleStep step, boolean hasChanged) {
        return record(actor, hasChanged ? Optional.of(step) : Optional.empty());
    }

    /** What nobody did at that moment: in its author's name. */
    public Uni<Void> recordByItself(ArticleStep step) {
        return events.record(null, step)
                .chain(() -> remember(Objects.requireNonNullElse(step.authorId(), "nobody"), step));
    }

    /** What leaves no trace in the history: it is seen elsewhere, or the history ends with it. */
    public Uni<Void> tell(Actor actor, ArticleStep step) {
        return events.record(actor.userId(), step);
    }

    private static Uni<Void> remember(String actorId, ArticleStep step) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(REMEMBER)
                        .setParameter("article", step.articleId())
                        .setParameter("actor", actorId)
                        .setParameter("step", step.step().label())
                        .setParameter("subject", step.userId())
                        .setParameter("reason", step.reason())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
