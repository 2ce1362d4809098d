package club.panamia.social.upload;

import static club.panamia.social.upload.UploadProblem.QUOTA_REACHED;
import static club.panamia.social.upload.UploadProblem.TOO_MANY_WAIT;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.file.MediaFile;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** How much each person may keep, and how many files may wait: what nobody posts is not to fill the disk. */
@ApplicationScoped
class Room {

    private static final int MOST_WAIT = 40;

    /** What no post and no draft shows any more is given back at once; its file goes soon after. */
    private static final String KEPT =
            "w.state <> 'removing' AND (w.attached_at IS NULL OR w.status_id IS NOT NULL OR w.draft_id IS NOT NULL)";

    /** Of many uploads at once each waits for the one before, and counts it. */
    private static final String HOLD = "SELECT id FROM social_actors WHERE id = :actor FOR NO KEY UPDATE";

    private static final String OPEN = """
            WITH room AS (
              SELECT count(*) FILTER (WHERE w.attached_at IS NULL AND w.draft_id IS NULL) AS waiting,
                     CAST(coalesce(sum(w.bytes), 0) AS bigint) AS used
                FROM internal.social_upload w WHERE w.actor_id = :actor AND %s
            ), opened AS (
              INSERT INTO internal.social_upload (id, actor_id, type, media_type, bytes, width, height, blurhash, duration_ms, peaks)
              SELECT f.id, CAST(:actor AS text), f.type, f.media_type, f.bytes, f.width, f.height, f.blurhash, f.duration_ms, f.peaks
                FROM room, jsonb_to_record(CAST(CAST(:file AS text) AS jsonb))
                             AS f (id text, type text, media_type text, bytes int, width int, height int, blurhash text,
                                   duration_ms int, peaks jsonb)
               WHERE room.waiting < %d AND room.used + f.bytes <= :allowed
              RETURNING id
            )
            SELECT waiting, used, EXISTS (SELECT FROM opened) FROM room
            """.formatted(KEPT, MOST_WAIT);

    private static final String USED = """
            SELECT CAST(coalesce(sum(w.bytes), 0) AS bigint) AS used
              FROM internal.social_upload w
             WHERE w.actor_id = (SELECT a.id FROM social_actors a JOIN profiles p ON p.id = a.profile_id WHERE p.user_id = $1) AND %s
            """.formatted(KEPT);

    private final Participants participants;
    private final Pool pool;
    private final long allowed;

    Room(Participants participants, Pool pool, QuotaSettings settings) {
        this.participants = participants;
        this.pool = pool;
        this.allowed = settings.quota();
    }

    /** A row for the file, before the file. */
    @WithTransaction
    Uni<Void> open(String id, Actor person, MediaFile file) {
        return participants.of(person).call(Room::hold).chain(me -> insert(me, id, file));
    }

    Uni<StorageView> of(Actor person) {
        return pool.preparedQuery(USED)
                .execute(Tuple.of(person.userId()))
                .map(rows -> new StorageView(rows.iterator().next().getLong("used"), allowed));
    }

    private static Uni<String> hold(Participant me) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(HOLD, String.class)
                        .setParameter("actor", me.id())
                        .getSingleResult());
    }

    private Uni<Void> insert(Participant me, String id, MediaFile file) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(OPEN, Object[].class)
                        .setParameter("actor", me.id())
                        .setParameter("file", row(id, file).encode())
                        .setParameter("allowed", allowed)
                        .getSingleResult())
                .invoke(this::requireOpen)
                .replaceWithVoid();
    }

    private void requireOpen(Object[] room) {
        if ((boolean) room[2]) {
            return;
        }
        if ((long) room[0] >= MOST_WAIT) {
            throw TOO_MANY_WAIT.because("Post some of the %d, or throw them away.".formatted(MOST_WAIT));
        }
        throw QUOTA_REACHED
                .because("Your files would take more than you may keep: delete posts with files that you do not need.")
                .with("usedBytes", room[1])
                .with("allowedBytes", allowed);
    }

    private static JsonObject row(String id, MediaFile file) {
        return new JsonObject()
                .put("id", id)
                .put("type", file.kind().label())
                .put("media_type", file.mediaType())
                .put("bytes", file.bytes())
                .put("width", file.width())
                .put("height", file.height())
                .put("blurhash", file.blurhash())
                .put("duration_ms", file.durationMs())
                .put("peaks", file.peaks().isEmpty() ? null : new JsonArray(file.peaks()));
    }
}
