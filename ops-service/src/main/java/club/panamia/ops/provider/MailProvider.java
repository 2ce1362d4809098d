package club.panamia.ops.provider;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Somebody who takes letters and delivers them. */
public interface MailProvider {

    /** As it stands in {@code MAIL_PROVIDERS} and in the outbox. */
    String name();

    /**
     * Completes once the letter is taken. Fails with {@link Undeliverable} when nobody could deliver it, with {@link NotNow} when
     * the provider is well but does not want this one yet, and in any other way when the provider is in trouble.
     */
    Uni<Void> send(Letter letter);

    /** How many letters it still takes before somebody pays for more; nothing where it does not count them. */
    default Uni<Optional<Long>> credit() {
        return Uni.createFrom().item(Optional.empty());
    }

    /** Fails, naming the setting, when the provider lacks what it needs. */
    default void requireSettings() {}
}
