package club.panamia.social.post;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.id.Ids;
import club.panamia.social.actor.Participant;
import club.panamia.social.audience.Visibility;
import club.panamia.social.home.Home;
import club.panamia.social.outgoing.TellOfPosts;
import club.panamia.social.poll.Polls;
import club.panamia.social.text.PostText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a post down with all that belongs to it, in the caller's transaction. */
@Singleton
public class Speak {

    private final Addressees addressees;
    private final Statuses statuses;
    private final TellOfPosts tellOfPosts;
    private final Attachments attachments;
    private final Polls polls;
    private final EventLog events;
    private final Home home;
    private final Clock clock;

    Speak(
            Addressees addressees,
            Statuses statuses,
            Attachments attachments,
            Polls polls,
            TellOfPosts tellOfPosts,
            EventLog events,
            Home home,
            Clock clock) {
        this.addressees = addressees;
        this.statuses = statuses;
        this.attachments = attachments;
        this.polls = polls;
        this.tellOfPosts = tellOfPosts;
        this.events = events;
        this.home = home;
        this.clock = clock;
    }

    /** What somebody says to everybody of an article of theirs; the post's id. */
    public Uni<String> ofArticle(String userId, Participant speaker, String words, String articleId) {
        var draft = new PostDraft(words, Visibility.PUBLIC, null, null, null, null, List.of(), null, null);
        var composition = Composition.of(speaker, draft, PostText.of(words, home), Optional.empty());
        return say(userId, composition, articleId).map(status -> status.id);
    }

    Uni<Status> say(String userId, Composition composition, @Nullable String articleId) {
        return attachments
                .of(composition.speaker().id(), composition.draft().attachments())
                .chain(shown -> say(userId, composition, shown, articleId));
    }

    private Uni<Status> say(String userId, Composition composition, JsonArray shown, @Nullable String articleId) {
        return addressees
                .of(composition)
                .chain(people -> keep(userId, composition, people, articleId))
                .call(status -> attachments.hang(status.id, shown))
                .call(status -> polls.ask(status.id, composition.draft().poll()))
                .call(status -> tellOfPosts.posted(status.id));
    }

    private Uni<Status> keep(
            String userId, Composition composition, List<Addressee> people, @Nullable String articleId) {
        var id = Ids.next();
        var envelope = Envelope.of(composition.visibility(), composition.speaker(), people);
        var html = composition.text().html(Status.known(people));
        var status = Status.say(id, home.status(id), composition, envelope, html, clock.instant());
        status.articleId = articleId;
        return statuses.persistAndFlush(status)
                .call(() -> statuses.address(status, envelope, composition.text()))
                .call(() -> events.record(userId, posted(userId, status, people)));
    }

    private static StatusStep.Posted posted(String userId, Status status, List<Addressee> people) {
        return new StatusStep.Posted(
                status.id,
                status.actorId,
                userId,
                status.visibility,
                status.inReplyToId,
                people.stream().map(Addressee::actorId).toList());
    }
}
