package club.panamia.engagement.announcement;

import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Puts an announcement on the list of those that will be told. */
@ApplicationScoped
class PrepareAnnouncement {

    private static final String PREPARE = """
            INSERT INTO internal.announcement
                   (created_by, words, words_es, url, language, with_profile, joined_after, joined_before, due_at)
            VALUES (:admin, :words, :wordsInSpanish, CAST(:url AS text), CAST(:language AS text),
                    CAST(CAST(:withProfile AS text) AS boolean), CAST(CAST(:joinedAfter AS text) AS timestamptz),
                    CAST(CAST(:joinedBefore AS text) AS timestamptz), CAST(CAST(:dueAt AS text) AS timestamptz))
            RETURNING id
            """;

    private final Clock clock;

    PrepareAnnouncement(Clock clock) {
        this.clock = clock;
    }

    /** What it is called from now on. */
    record NewAnnouncementView(@Schema(required = true) String id) {}

    @WithTransaction
    @Idempotent
    public Uni<RestResponse<NewAnnouncementView>> of(Actor admin, AnnouncementDraft draft) {
        return CallersTransaction.session()
                .chain(session -> prepare(session, admin, draft).getSingleResult())
                .map(id -> RestResponse.status(RestResponse.Status.CREATED, new NewAnnouncementView(id)));
    }

    private Mutiny.SelectionQuery<String> prepare(Mutiny.Session session, Actor admin, AnnouncementDraft draft) {
        var audience = draft.reached();
        return session.createNativeQuery(PREPARE, String.class)
                .setParameter("admin", admin.userId())
                .setParameter("words", draft.text())
                .setParameter("wordsInSpanish", draft.textInSpanish())
                .setParameter("url", draft.url())
                .setParameter("language", audience.language())
                .setParameter("withProfile", text(audience.withProfile()))
                .setParameter("joinedAfter", text(audience.joinedAfter()))
                .setParameter("joinedBefore", text(audience.joinedBefore()))
                .setParameter("dueAt", dueAt(draft).toString());
    }

    private Instant dueAt(AnnouncementDraft draft) {
        return Optional.ofNullable(draft.dueAt()).orElseGet(clock::instant);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
