package club.panamia.social.post;

import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.audience.Audience;
import club.panamia.social.audience.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts that somebody answers: one must see them, and they stay while the answer is written. */
@Singleton
class AnsweredPosts {

    private static final String SEEN = Audience.viewer(":person") + """
            SELECT s.id, s.uri, CAST(s.visibility AS text), s.actor_id,
                   (SELECT string_agg(r.actor_id, ' ' ORDER BY r.id) FROM social_recipients r WHERE r.status_id = s.id)
              FROM %s
             WHERE s.id = :id AND %s
               FOR NO KEY UPDATE OF s
            """.formatted(Audience.FROM, Audience.MAY_SEE);

    /** In the caller's transaction. */
    Uni<Optional<Answered>> of(Actor person, @Nullable String id) {
        if (id == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(SEEN, Object[].class)
                        .setParameter("person", person.userId())
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_STATUS.because("There is no such post to answer."))
                .map(AnsweredPosts::answered);
    }

    private static Optional<Answered> answered(Object[] row) {
        var author = (String) row[3];
        var heard = new LinkedHashSet<String>();
        heard.add(author);
        if (row[4] instanceof String others) {
            heard.addAll(Arrays.asList(others.split(" ")));
        }
        return Optional.of(
                new Answered((String) row[0], (String) row[1], Visibility.of((String) row[2]), author, heard));
    }
}
