package club.panamia.content.state;

import static club.panamia.content.state.Part.AUTHOR;
import static club.panamia.content.state.Part.CO_AUTHOR;
import static club.panamia.content.state.Part.INVITED;
import static club.panamia.content.state.Part.MODERATOR;
import static club.panamia.content.state.Part.REVIEWER;
import static club.panamia.content.state.Status.DRAFT;
import static club.panamia.content.state.Status.PENDING_REVIEW;
import static club.panamia.content.state.Status.PUBLISHED;
import static club.panamia.content.state.Status.REMOVED;
import static club.panamia.content.state.Status.REVISION_NEEDED;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be done with an article: in which state of it, and by whom. */
public enum Action {
    READ_HISTORY("readHistory", EnumSet.allOf(Status.class), EnumSet.of(AUTHOR, CO_AUTHOR, MODERATOR)),
    READ_REVISIONS("readRevisions", EnumSet.allOf(Status.class), writers()),
    EDIT("edit", unpublished(), writers()),
    MOVE("move", notRemoved(), EnumSet.of(AUTHOR)),
    SHARE("share", unpublished(), writers()),
    UNSHARE("unshare", EnumSet.allOf(Status.class), writers()),
    DELETE("delete", EnumSet.of(DRAFT), EnumSet.of(AUTHOR)),
    INVITE("invite", EnumSet.of(DRAFT, REVISION_NEEDED), EnumSet.of(AUTHOR)),
    WITHDRAW("withdraw", unpublished(), EnumSet.of(AUTHOR)),
    ORDER("order", unpublished(), EnumSet.of(AUTHOR)),
    ACCEPT("accept", unpublished(), EnumSet.of(INVITED)),
    /** Declining an invitation, or standing beside the author no longer. */
    LEAVE("leave", EnumSet.allOf(Status.class), EnumSet.of(INVITED, CO_AUTHOR)),
    /** Also of somebody else while the first has not decided. */
    REQUEST_REVIEW("requestReview", unpublished(), writers()),
    CANCEL_REVIEW(
            "cancelReview",
            EnumSet.of(PENDING_REVIEW, REVISION_NEEDED),
            EnumSet.of(AUTHOR, CO_AUTHOR, REVIEWER, MODERATOR)),
    REMIND("remind", EnumSet.of(PENDING_REVIEW), EnumSet.of(AUTHOR, CO_AUTHOR, MODERATOR)),
    OVERRIDE("override", EnumSet.of(PENDING_REVIEW, REVISION_NEEDED), EnumSet.of(MODERATOR)),
    DECIDE("decide", EnumSet.of(PENDING_REVIEW), EnumSet.of(REVIEWER)),
    COMMENT("comment", unpublished(), EnumSet.of(AUTHOR, CO_AUTHOR, REVIEWER)),
    RESOLVE("resolve", unpublished(), writers()),
    /** An open review must be ended first, so that nobody is passed over unnoticed. */
    PUBLISH("publish", EnumSet.of(DRAFT), EnumSet.of(AUTHOR)),
    SCHEDULE("schedule", EnumSet.of(DRAFT), EnumSet.of(AUTHOR)),
    UNSCHEDULE("unschedule", unpublished(), EnumSet.of(AUTHOR)),
    UNPUBLISH("unpublish", EnumSet.of(PUBLISHED), EnumSet.of(AUTHOR)),
    ANNOUNCE("announce", notRemoved(), writers()),
    WITHDRAW_ANNOUNCEMENT("withdrawAnnouncement", EnumSet.allOf(Status.class), writers()),
    HIDE_COMMENT("hideComment", EnumSet.of(PUBLISHED), EnumSet.of(AUTHOR, CO_AUTHOR, MODERATOR)),
    LINK_POST("linkPost", EnumSet.of(PUBLISHED), EnumSet.of(AUTHOR)),
    PIN("pin", EnumSet.of(PUBLISHED), writers()),
    /** Nobody recommends what they wrote or reviewed. */
    FEATURE("feature", EnumSet.of(PUBLISHED), EnumSet.of(MODERATOR)),
    UNFEATURE("unfeature", EnumSet.allOf(Status.class), EnumSet.of(MODERATOR)),
    REMOVE("remove", EnumSet.of(PUBLISHED), EnumSet.of(MODERATOR)),
    RESTORE("restore", EnumSet.of(REMOVED), EnumSet.of(MODERATOR));

    private final String label;
    private final Set<Status> states;
    private final Set<Part> parts;

    Action(String label, Set<Status> states, Set<Part> parts) {
        this.label = label;
        this.states = states;
        this.parts = parts;
    }

    @JsonValue
    public String label() {
        return label;
    }

    public boolean isFor(Part part) {
        return parts.contains(part);
    }

    public boolean isPossibleIn(Status status) {
        return states.contains(status);
    }

    /** What somebody with this part may do while the article is in this state. */
    public static List<Action> allowed(Part part, Status status) {
        return Arrays.stream(values())
                .filter(action -> action.isFor(part) && action.isPossibleIn(status))
                .toList();
    }

    private static Set<Status> unpublished() {
        return EnumSet.of(DRAFT, PENDING_REVIEW, REVISION_NEEDED);
    }

    private static Set<Status> notRemoved() {
        return EnumSet.complementOf(EnumSet.of(REMOVED));
    }

    private static Set<Part> writers() {
        return EnumSet.of(AUTHOR, CO_AUTHOR);
    }
}
