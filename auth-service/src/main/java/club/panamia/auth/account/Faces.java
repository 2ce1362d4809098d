package club.panamia.auth.account;

import club.panamia.auth.user.ProvenPerson;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The name and picture that a provider tells, for a person who is new here. Whoever has an account keeps what they chose. */
@Singleton
public class Faces {

    private static final String INTRODUCE =
            "UPDATE users SET name = CAST(:name AS text), image = CAST(:image AS text) WHERE id = :id";

    /** In the caller's transaction. */
    public Uni<Void> introduce(ProvenPerson person, @Nullable String name, @Nullable String image) {
        if (!person.isNew()) {
            return Uni.createFrom().voidItem();
        }
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(INTRODUCE)
                        .setParameter("name", name)
                        .setParameter("image", image)
                        .setParameter("id", person.id())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
