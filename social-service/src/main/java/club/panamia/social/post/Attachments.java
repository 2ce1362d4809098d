package club.panamia.social.post;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.file.MediaFile;
import club.panamia.social.file.MediaKind;
import club.panamia.social.media.MediaLinks;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a post shows: uploads of its author's that no other post shows. */
@Singleton
class Attachments {

    /** They stay as they are while the post is written: neither another post nor the sweeper takes them. */
    private static final String WAITING = """
            SELECT u.id, u.type, u.media_type
              FROM internal.social_upload u
             WHERE u.id IN (SELECT jsonb_array_elements_text(CAST(CAST(:ids AS text) AS jsonb)))
               AND u.actor_id = :actor AND u.attached_at IS NULL AND u.draft_id IS NULL AND u.state = 'stored'
             ORDER BY u.id
               FOR UPDATE
            """;

    private static final String HANG = """
            WITH hung AS (
              UPDATE internal.social_upload u SET status_id = :status, attached_at = now()
                FROM jsonb_to_recordset(CAST(CAST(:rows AS text) AS jsonb))
                  AS r (id text, position int, url text, preview_url text, description text, x numeric, y numeric, peaks jsonb)
               WHERE u.id = r.id
              RETURNING u.*, r.position, r.url, r.preview_url, r.description, r.x, r.y, r.peaks AS measured
            )
            INSERT INTO social_attachments
              (id, status_id, position, type, media_type, url, preview_url, description, blurhash, width, height, focal_x, focal_y,
               duration_ms, peaks)
            SELECT id, status_id, position, type, media_type, url, preview_url, description, blurhash, width, height, x, y,
                   duration_ms, coalesce(peaks, measured)
              FROM hung
            """;

    private final MediaLinks links;

    Attachments(MediaLinks links) {
        this.links = links;
    }

    /** In the caller's transaction, before anything is written: refuses, with its place, what cannot be shown. */
    Uni<JsonArray> of(String actorId, List<AttachmentDraft> drafts) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().item(new JsonArray());
        }
        var ids = new JsonArray(drafts.stream().map(AttachmentDraft::id).toList());
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(WAITING, Object[].class)
                        .setParameter("ids", ids.encode())
                        .setParameter("actor", actorId)
                        .getResultList())
                .map(Attachments::known)
                .map(known -> rows(drafts, known));
    }

    /** In the caller's transaction, when the post is there. */
    Uni<Void> hang(String statusId, JsonArray rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : CallersTransaction.session()
                        .chain(session -> session.createNativeQuery(HANG)
                                .setParameter("status", statusId)
                                .setParameter("rows", rows.encode())
                                .executeUpdate())
                        .replaceWithVoid();
    }

    private static Map<String, Known> known(List<Object[]> rows) {
        return rows.stream().map(Known::of).collect(Collectors.toMap(Known::id, Function.identity()));
    }

    private JsonArray rows(List<AttachmentDraft> drafts, Map<String, Known> known) {
        var rows = new JsonArray();
        for (var draft : drafts) {
            rows.add(row(rows.size(), draft, known.get(draft.id())));
        }
        return rows;
    }

    private JsonObject row(int position, AttachmentDraft draft, @Nullable Known known) {
        if (known == null) {
            throw invalid(position, "id", "is no upload of yours that waits for a post");
        }
        if (known.isPicture() && draft.description() == null) {
            throw invalid(position, "description", "must say what the picture shows");
        }
        if (!known.isPicture() && draft.focus() != null) {
            throw invalid(position, "focus", "belongs to pictures");
        }
        if (!known.isSound() && draft.peaks() != null) {
            throw invalid(position, "peaks", "belongs to sounds");
        }
        var focus = draft.focus();
        return new JsonObject()
                .put("id", draft.id())
                .put("position", position)
                .put("url", links.address(draft.id(), MediaFile.nameOf(known.mediaType())))
                .put("preview_url", known.isPicture() ? links.address(draft.id(), MediaFile.PREVIEW) : null)
                .put("description", draft.description())
                .put("x", focus == null ? null : focus.x())
                .put("y", focus == null ? null : focus.y())
                .put("peaks", draft.peaks() == null ? null : new JsonArray(draft.peaks()));
    }

    private static RuntimeException invalid(int position, String member, String message) {
        return CommonProblem.INVALID
                .because("Not all of this can be shown.")
                .at("/attachments/%d/%s".formatted(position, member), message);
    }

    private record Known(String id, String type, String mediaType) {

        static Known of(Object[] row) {
            return new Known((String) row[0], (String) row[1], (String) row[2]);
        }

        boolean isPicture() {
            return type.equals(MediaKind.IMAGE.label());
        }

        boolean isSound() {
            return type.equals(MediaKind.AUDIO.label());
        }
    }
}
