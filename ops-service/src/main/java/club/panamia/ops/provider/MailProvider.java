package club.panamia.ops.provider;

import io.smallrye.mutiny.Uni;

/** Somebody who takes letters and delivers them. */
public interface MailProvider {

    /** As it stands in {@code MAIL_PROVIDERS} and in the outbox. */
    String name();

    /**
     * Completes once the letter is taken. Fails with {@link Undeliverable} when nobody could deliver it, with {@link NotNow} when
     * the provider is well but does not want this one yet, and in any other way when the provider is in trouble.
     */
    Uni<Void> send(Letter letter);

    /** Fails, naming the setting, when the provider lacks what it needs. */
    default void requireSettings() {}
}
