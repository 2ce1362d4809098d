package club.panamia.auth.user;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be told of; everything, until they say otherwise. */
@Schema(description = "What I want to be told of; each is true unless I said otherwise")
public record NotificationPreferences(
        Boolean coauthorInvites,
        Boolean reviewRequests,
        Boolean articlePublished,
        Boolean articleReplies,
        Boolean revisionNeeded,
        Boolean mentoringRequests,
        Boolean systemAnnouncements,
        Boolean newFollower,
        Boolean mentions,

        @Schema(description = "A mail when I sign in with a browser that was not seen before")
        Boolean newDevice) {

    public static final NotificationPreferences ALL =
            new NotificationPreferences(true, true, true, true, true, true, true, true, true, true);

    public NotificationPreferences {
        coauthorInvites = unlessRefused(coauthorInvites);
        reviewRequests = unlessRefused(reviewRequests);
        articlePublished = unlessRefused(articlePublished);
        articleReplies = unlessRefused(articleReplies);
        revisionNeeded = unlessRefused(revisionNeeded);
        mentoringRequests = unlessRefused(mentoringRequests);
        systemAnnouncements = unlessRefused(systemAnnouncements);
        newFollower = unlessRefused(newFollower);
        mentions = unlessRefused(mentions);
        newDevice = unlessRefused(newDevice);
    }

    private static boolean unlessRefused(@Nullable Boolean wish) {
        return wish == null || wish;
    }
}
