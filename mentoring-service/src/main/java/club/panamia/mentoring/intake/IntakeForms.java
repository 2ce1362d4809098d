package club.panamia.mentoring.intake;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.mentoring.form.FormProblem.ADDRESS_NOT_PROVEN;
import static club.panamia.mentoring.form.FormProblem.NO_SUCH_FORM;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.mentoring.form.FormSchema;
import club.panamia.mentoring.form.FormType;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody's forms, one of a kind each; those that were written without an account are found by a proven address. */
@ApplicationScoped
class IntakeForms implements PanacheRepositoryBase<IntakeForm, String> {

    private static final String MINE =
            "formType = ?1 and (userId = ?2 or (userId is null and lower(email) = lower(?3))) order by userId nulls last";

    private static final String ADDRESS =
            "SELECT u.email FROM users u WHERE u.id = ?1 AND u.email_proven_at IS NOT NULL";

    /** Of these files, those that this person has uploaded. */
    private static final String UPLOADED = """
            SELECT m.service || '/' || m.sha256 FROM internal.media m
             WHERE m.owner_id = ?1 AND m.state = 'stored' AND m.service || '/' || m.sha256 = ANY (string_to_array(?2, ','))
            """;

    /** The actor's proven address. */
    Uni<String> addressOf(Actor actor) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(ADDRESS, String.class)
                        .setParameter(1, actor.userId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ADDRESS_NOT_PROVEN.because("Sign in by a link that we mail to you."));
    }

    /** The actor's form of this kind. */
    Uni<IntakeForm> of(Actor actor, FormType type) {
        return addressOf(actor)
                .chain(address -> mine(actor, type, address, LockModeType.NONE))
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_FORM.because("You have not begun it."));
    }

    /** The same, locked, new where there is none. */
    Uni<IntakeForm> forChange(Actor actor, FormType type) {
        return addressOf(actor)
                .chain(address -> mine(actor, type, address, LockModeType.PESSIMISTIC_WRITE)
                        .map(found -> Objects.requireNonNullElseGet(found, () -> IntakeForm.of(type, actor, address))));
    }

    /** Anybody's, locked. */
    Uni<IntakeForm> byId(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_FORM.because("There is no form of this id."));
    }

    /** Refuses pictures that are not the actor's own. */
    Uni<Void> requireOwn(Actor actor, FormSchema schema, Map<String, Object> data) {
        var files = schema.images().stream()
                .map(data::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(","));
        return files.isEmpty()
                ? Uni.createFrom().voidItem()
                : CallersTransaction.session()
                        .chain(session -> session.createNativeQuery(UPLOADED, String.class)
                                .setParameter(1, actor.userId())
                                .setParameter(2, files)
                                .getResultList())
                        .invoke(own -> requireOwn(schema, data, Set.copyOf(own)))
                        .replaceWithVoid();
    }

    private static void requireOwn(FormSchema schema, Map<String, Object> data, Set<String> own) {
        schema.images().stream()
                .filter(field ->
                        data.get(field) != null && !own.contains(data.get(field).toString()))
                .findFirst()
                .ifPresent(field -> {
                    throw INVALID.because("A form shows pictures that its writer has uploaded.")
                            .at("/data/" + field, "must be a picture of yours");
                });
    }

    private Uni<@Nullable IntakeForm> mine(Actor actor, FormType type, String address, LockModeType lock) {
        return find(MINE, type, actor.userId(), address).withLock(lock).firstResult();
    }
}
