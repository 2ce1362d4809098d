package club.panamia.engagement.leaver;

import club.panamia.kernel.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Notifications, follows, lists and points go; what others were told stays, without who it was. */
@ApplicationScoped
class EngagementOfAPerson implements PersonalData {

    private static final String NOTIFICATIONS = """
            SELECT to_jsonb(n) - 'dedupe_key' - 'group_key' AS item FROM notifications n JOIN person ON n.target = person.id
            """;

    private static final String FOLLOWS = """
            SELECT to_jsonb(f) AS item FROM user_follows f JOIN person ON person.id IN (f.follower_id, f.following_id)
            """;

    private static final String LISTS = """
            SELECT to_jsonb(l) || jsonb_build_object('members',
                     coalesce((SELECT jsonb_agg(to_jsonb(m)) FROM user_list_members m WHERE m.list_id = l.id), '[]')) AS item
              FROM user_lists l JOIN person ON l.owner_id = person.id
            """;

    private static final String POINTS = """
            SELECT to_jsonb(i) AS item FROM interactions i JOIN person ON i.user_id = person.id OR lower(i.email) = ANY (person.addresses)
            """;

    private static final String FORMER_SCREENNAMES = """
            SELECT to_jsonb(h) AS item FROM screenname_history h JOIN person ON h.user_id = person.id
            """;

    private static final String DELETE_NOTIFICATIONS = """
            DELETE FROM notifications n USING person WHERE n.target = person.id
            """;

    private static final String FORGET_ACTOR = """
            UPDATE notifications n SET actor = NULL, actor_screenname = NULL, actor_name = NULL, params = '{}' FROM person
             WHERE n.actor = person.id
            """;

    private static final String FORGET_OBJECT = """
            UPDATE notifications n SET object = NULL, object_title = NULL, object_url = NULL FROM person WHERE n.object = person.id
            """;

    private static final String DELETE_FOLLOWS = """
            DELETE FROM user_follows f USING person WHERE person.id IN (f.follower_id, f.following_id)
            """;

    private static final String DELETE_LISTS = """
            DELETE FROM user_lists l USING person WHERE l.owner_id = person.id
            """;

    private static final String LEAVE_LISTS = """
            , gone AS (DELETE FROM user_list_members m USING person WHERE m.user_id = person.id RETURNING m.list_id)
            UPDATE user_lists l SET member_count = greatest(l.member_count - 1, 0) FROM gone WHERE l.id = gone.list_id
            """;

    private static final String FORGET_WHO_ADDED = """
            UPDATE user_list_members m SET added_by = NULL FROM person WHERE m.added_by = person.id
            """;

    private static final String DELETE_POINTS = """
            DELETE FROM interactions i USING person WHERE i.user_id = person.id OR lower(i.email) = ANY (person.addresses)
            """;

    private static final String WISHES = """
            SELECT to_jsonb(p) - 'user_id' AS item FROM internal.notification_preference p JOIN person ON p.user_id = person.id
            UNION ALL
            SELECT to_jsonb(s) - 'user_id' AS item FROM internal.notification_setting s JOIN person ON s.user_id = person.id
            UNION ALL
            SELECT to_jsonb(m) - 'user_id' AS item FROM internal.notification_mute m JOIN person ON m.user_id = person.id
            """;

    private static final String DELETE_COUNT =
            "DELETE FROM internal.unread_count c USING person WHERE c.user_id = person.id";

    private static final String DELETE_PREFERENCES =
            "DELETE FROM internal.notification_preference p USING person WHERE p.user_id = person.id";

    private static final String DELETE_SETTING =
            "DELETE FROM internal.notification_setting s USING person WHERE s.user_id = person.id";

    private static final String DELETE_MUTES =
            "DELETE FROM internal.notification_mute m USING person WHERE person.id IN (m.user_id, m.person_id)";

    private static final String DELETE_DELIVERIES =
            "DELETE FROM internal.notification_delivery d USING person WHERE d.user_id = person.id";

    private static final String DELETE_TICKETS =
            "DELETE FROM internal.stream_ticket t USING person WHERE t.user_id = person.id";

    /** What was announced stays. Where its telling stood is of no use any more once everybody was told. */
    private static final String FORGET_ANNOUNCER = """
            UPDATE internal.announcement a
               SET created_by = nullif(a.created_by, person.id),
                   told_until = CASE WHEN a.state <> 'scheduled' AND a.told_until = person.id THEN '' ELSE a.told_until END
              FROM person WHERE person.id IN (a.created_by, a.told_until)
            """;

    @Override
    public Map<String, String> copy() {
        return Map.of(
                "notifications",
                NOTIFICATIONS,
                "follows",
                FOLLOWS,
                "lists",
                LISTS,
                "points",
                POINTS,
                "formerScreennames",
                FORMER_SCREENNAMES,
                "notificationWishes",
                WISHES);
    }

    @Override
    public List<String> farewell() {
        return List.of(
                DELETE_NOTIFICATIONS,
                FORGET_ACTOR,
                FORGET_OBJECT,
                DELETE_FOLLOWS,
                DELETE_LISTS,
                LEAVE_LISTS,
                FORGET_WHO_ADDED,
                DELETE_POINTS,
                DELETE_COUNT,
                DELETE_PREFERENCES,
                DELETE_SETTING,
                DELETE_MUTES,
                DELETE_DELIVERIES,
                DELETE_TICKETS,
                FORGET_ANNOUNCER);
    }
}
