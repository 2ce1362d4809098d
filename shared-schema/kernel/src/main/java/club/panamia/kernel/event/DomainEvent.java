package club.panamia.kernel.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened, in the past tense: a record nested in the entity that it happened to. Its components become the
 * payload and are read by other services for years: ids and public values only.
 */
public interface DomainEvent {

    /** Service, subject and verb, as in {@code content.article.published}; not part of the payload. */
    @JsonIgnore
    String type();
}
