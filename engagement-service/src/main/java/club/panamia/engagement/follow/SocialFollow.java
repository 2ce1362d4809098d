package club.panamia.engagement.follow;

import org.jspecify.annotations.Nullable;

/** What is read here of a follow of social-service. Who is not one of us, or has left, is absent. */
record SocialFollow(
        @Nullable String followerUserId, @Nullable String followedUserId) {

    boolean isBetweenTwoOfUs() {
        return followerUserId != null && followedUserId != null && !followerUserId.equals(followedUserId);
    }
}
