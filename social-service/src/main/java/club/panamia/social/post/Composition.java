package club.panamia.social.post;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.actor.Participant;
import club.panamia.social.audience.Visibility;
import club.panamia.social.place.Place;
import club.panamia.social.text.PostText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A post of which everything is decided but who the people are that it names.
 *
 * @param recipients the ids of those whom a direct post is sent to; others name theirs in the text
 */
record Composition(
        Participant speaker,
        PostDraft draft,
        PostText text,
        Visibility visibility,
        List<String> recipients,
        @Nullable Answered answered,
        @Nullable Place place) {

    /** Decides who is to hear it, and refuses what cannot be said like this. */
    static Composition of(Participant speaker, PostDraft draft, PostText text, Optional<Answered> answered) {
        var parent = answered.orElse(null);
        requireSomething(draft);
        if (draft.poll() != null) {
            draft.poll().requireDifferentOptions();
        }
        var place = draft.location() == null ? null : draft.location().place();
        var visibility = parent == null ? required(draft.visibility()) : parent.answeredWith(draft.visibility());
        var named = draft.recipientActorIds();
        if (visibility != Visibility.DIRECT && named != null) {
            throw invalid("/recipientActorIds", "belongs to direct posts");
        }
        var recipients = parent == null ? or(named) : parent.recipients(speaker.id(), named);
        if (visibility == Visibility.DIRECT) {
            require(speaker, recipients);
        }
        return new Composition(speaker, draft, text, visibility, recipients, parent, place);
    }

    private static void requireSomething(PostDraft draft) {
        if (draft.content().isBlank() && (draft.attachments().isEmpty() || draft.poll() != null)) {
            throw CommonProblem.INVALID.because("There is nothing in it.").at("/content", "must not be blank");
        }
        var ids = draft.attachments().stream().map(AttachmentDraft::id).toList();
        if (new HashSet<>(ids).size() < ids.size()) {
            throw CommonProblem.INVALID.because("It is in there twice.").at("/attachments", "must not name any twice");
        }
    }

    private static Visibility required(@Nullable Visibility wish) {
        if (wish == null) {
            throw invalid("/visibility", "must be said");
        }
        return wish;
    }

    private static List<String> or(@Nullable List<String> named) {
        return named == null ? List.of() : named;
    }

    private static void require(Participant speaker, List<String> recipients) {
        if (recipients.isEmpty() || recipients.size() > PostDraft.MOST_RECIPIENTS) {
            throw invalid("/recipientActorIds", "must name 1 to 8 actors");
        }
        if (new HashSet<>(recipients).size() < recipients.size()) {
            throw invalid("/recipientActorIds", "must not name anybody twice");
        }
        if (recipients.contains(speaker.id())) {
            throw invalid("/recipientActorIds", "must not name yourself");
        }
    }

    private static RuntimeException invalid(String path, String message) {
        return CommonProblem.INVALID.because("Nobody knows whom this is for.").at(path, message);
    }
}
