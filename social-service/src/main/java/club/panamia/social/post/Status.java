package club.panamia.social.post;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.json.JsonList;
import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.audience.Visibility;
import club.panamia.social.place.Place;
import club.panamia.social.text.Handle;
import club.panamia.social.text.Mentioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that an actor of this server said. The counts are kept by the rows that they count, so they are not mapped. */
@Entity
@Table(name = "social_statuses")
@DynamicUpdate
class Status {

    /** What is said to a few is not kept. */
    static final Duration LIFE_OF_DIRECT = Duration.ofDays(7);

    /** Made before the row, for the post's ActivityPub id is made of it. */
    @Id
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Column(columnDefinition = "text")
    String uri;

    /** A note, or a question where others answer by choosing (ActivityStreams vocabulary). */
    @Column(columnDefinition = "text", updatable = false)
    String type = "Note";

    @Column(name = "actor_id", columnDefinition = "text", updatable = false)
    String actorId;

    /** The article that it announces. */
    @Nullable
    @Column(name = "article_id", columnDefinition = "text", updatable = false)
    String articleId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(columnDefinition = "social_visibility", updatable = false)
    Visibility visibility;

    /** HTML, made of the source. */
    @Column(columnDefinition = "text")
    String content;

    /** Markdown, as it was typed. */
    @Column(columnDefinition = "text")
    String source;

    @Nullable
    @Column(name = "content_warning", columnDefinition = "text")
    String contentWarning;

    @Nullable
    @Column(columnDefinition = "text")
    String language;

    @Nullable
    @Column(name = "in_reply_to_id", columnDefinition = "text", updatable = false)
    String inReplyToId;

    @Nullable
    @Column(name = "in_reply_to_uri", columnDefinition = "text", updatable = false)
    String inReplyToUri;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Place location;

    @JdbcType(JsonList.class)
    @Column(name = "recipient_to", columnDefinition = "jsonb")
    List<String> recipientTo = List.of();

    @JdbcType(JsonList.class)
    @Column(name = "recipient_cc", columnDefinition = "jsonb")
    List<String> recipientCc = List.of();

    @Column(updatable = false)
    Instant published;

    @Nullable
    @Column(name = "edited_at")
    Instant editedAt;

    @Nullable
    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    protected Status() {}

    /** Says it, under an id that is there before the row. */
    static Status say(String id, String uri, Composition composition, Envelope envelope, String html, Instant now) {
        var status = new Status();
        var answered = composition.answered();
        status.id = id;
        status.uri = uri;
        status.type = composition.draft().poll() == null ? "Note" : "Question";
        status.actorId = composition.speaker().id();
        status.visibility = composition.visibility();
        status.inReplyToId = answered == null ? null : answered.id();
        status.inReplyToUri = answered == null ? null : answered.uri();
        status.source = composition.draft().content();
        status.content = html;
        status.contentWarning = composition.draft().contentWarning();
        status.language = composition.draft().language();
        status.location = composition.place();
        status.recipientTo = envelope.to();
        status.recipientCc = envelope.cc();
        status.published = now;
        status.expiresAt = status.visibility == Visibility.DIRECT ? now.plus(LIFE_OF_DIRECT) : null;
        return status;
    }

    /** Whether it would say anything else then. */
    boolean saysAlready(PostChange change) {
        return Objects.equals(source, change.content())
                && Objects.equals(contentWarning, change.contentWarning())
                && Objects.equals(language, change.language());
    }

    /** Says it otherwise, to the same audience; who is named in it now is named. */
    void say(PostChange change, Envelope envelope, String html, Instant now) {
        if (change.content().isBlank() && !source.isBlank()) {
            throw CommonProblem.INVALID.because("It said something.").at("/content", "must not be blank");
        }
        source = change.content();
        content = html;
        contentWarning = change.contentWarning();
        language = change.language();
        recipientTo = envelope.to();
        recipientCc = envelope.cc();
        editedAt = now;
    }

    StatusStep.Edited edited(Actor person) {
        return new StatusStep.Edited(id, actorId, person.userId(), version);
    }

    /** From when on it has said what it says. */
    Instant saidAt() {
        return editedAt == null ? published : editedAt;
    }

    static Map<Handle, Mentioned> known(List<Addressee> people) {
        return people.stream()
                .map(Addressee::mentioned)
                .collect(Collectors.toMap(Mentioned::handle, person -> person, (one, same) -> one));
    }
}
