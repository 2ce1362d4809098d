package club.panamia.social.draft;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.post.PostDraft;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A post that waits. Whether it can be posted is decided when it is, by who its author is then. */
@Entity
@Table(name = "post_draft", schema = "internal")
@DynamicUpdate
class Draft {

    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    @Id
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Column(name = "actor_id", columnDefinition = "text", updatable = false)
    String actorId;

    @JdbcTypeCode(SqlTypes.JSON)
    PostDraft body;

    @Nullable
    @Column(name = "publish_at")
    Instant publishAt;

    @Nullable
    @Column(columnDefinition = "text")
    String zone;

    @Nullable
    @Column(columnDefinition = "text")
    String refusal;

    protected Draft() {}

    Draft(String id, String actorId, PostDraft body) {
        this.id = id;
        this.actorId = actorId;
        this.body = body.withoutExactPlace();
    }

    /** Says something else; when it is posted stays. */
    void say(PostDraft other) {
        body = other.withoutExactPlace();
        refusal = null;
    }

    /** Will be posted then, by itself. */
    void schedule(Instant moment, String clock) {
        publishAt = moment;
        zone = clock;
        refusal = null;
    }

    /** Waits for its author. */
    void unschedule() {
        publishAt = null;
        zone = null;
    }

    boolean isDue(Instant now) {
        return publishAt != null && !publishAt.isAfter(now);
    }

    /** Could not be posted: it waits for its author, who is told why; what is no refusal is tried again in a moment. */
    void fail(Throwable failure, Instant now) {
        if (failure instanceof Problem problem) {
            unschedule();
            refusal = problem.type().slug();
        } else {
            publishAt = now.plus(A_MOMENT);
        }
    }
}
