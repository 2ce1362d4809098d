package club.panamia.kernel.event;

import io.smallrye.mutiny.Uni;

/**
 * What a service does when it hears of an event: a bean, named as the sentence that says so. It runs in a Hibernate Reactive
 * transaction together with the consumer's cursor, so that its writes happen once. It writes to the database only; mails and
 * calls are rows of their own. After a failure an event comes late: handlers compare a version in the payload where order
 * matters.
 */
public interface EventHandler {

    /** The event that it waits for, such as {@code content.article.published}. */
    String type();

    /** Does it. A failure rolls everything back and is tried again later. */
    Uni<Void> on(RecordedEvent event);
}
