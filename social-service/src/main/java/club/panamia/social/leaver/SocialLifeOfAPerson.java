package club.panamia.social.leaver;

import club.panamia.kernel.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The actor goes with everything that hangs on it; before, others are counted without it. */
@ApplicationScoped
class SocialLifeOfAPerson implements PersonalData {

    private static final String ACTOR = """
            SELECT to_jsonb(a) - 'public_key' AS item
              FROM social_actors a JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String POSTS = """
            SELECT to_jsonb(s) || jsonb_build_object('attachments',
                     coalesce((SELECT jsonb_agg(to_jsonb(t)) FROM social_attachments t WHERE t.status_id = s.id), '[]')) AS item
              FROM social_statuses s JOIN social_actors a ON a.id = s.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String FOLLOWS = """
            SELECT to_jsonb(f) AS item
              FROM social_follows f JOIN social_actors a ON a.id IN (f.actor_id, f.target_actor_id)
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String LIKES = """
            SELECT to_jsonb(l) AS item
              FROM social_likes l JOIN social_actors a ON a.id = l.actor_id
              JOIN profiles p ON p.id = a.profile_id JOIN person ON p.user_id = person.id
            """;

    private static final String COUNT_LIKES_WITHOUT = """
            UPDATE social_statuses s SET likes_count = greatest(s.likes_count - 1, 0)
              FROM social_likes l, social_actors a, profiles p, person
             WHERE l.status_id = s.id AND a.id = l.actor_id AND p.id = a.profile_id AND p.user_id = person.id
            """;

    private static final String COUNT_FOLLOWERS_WITHOUT = """
            UPDATE social_actors other SET followers_count = greatest(other.followers_count - 1, 0)
              FROM social_follows f, social_actors a, profiles p, person
             WHERE f.target_actor_id = other.id AND f.status = 'accepted' AND a.id = f.actor_id AND p.id = a.profile_id
               AND p.user_id = person.id
            """;

    private static final String COUNT_FOLLOWING_WITHOUT = """
            UPDATE social_actors other SET following_count = greatest(other.following_count - 1, 0)
              FROM social_follows f, social_actors a, profiles p, person
             WHERE f.actor_id = other.id AND f.status = 'accepted' AND a.id = f.target_actor_id AND p.id = a.profile_id
               AND p.user_id = person.id
            """;

    private static final String DELETE_ACTOR = """
            DELETE FROM social_actors a USING profiles p, person WHERE p.id = a.profile_id AND p.user_id = person.id
            """;

    @Override
    public Map<String, String> copy() {
        return Map.of("actor", ACTOR, "posts", POSTS, "follows", FOLLOWS, "likes", LIKES);
    }

    @Override
    public List<String> farewell() {
        return List.of(COUNT_LIKES_WITHOUT, COUNT_FOLLOWERS_WITHOUT, COUNT_FOLLOWING_WITHOUT, DELETE_ACTOR);
    }
}
