package club.panamia.engagement.list.member;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** People hear that they stand on a list that everybody can see; of other lists nobody learns. Once for each list. */
@ApplicationScoped
class NotifyPeopleWhenListed implements EventHandler {

    record Listed(String listId, List<String> userIds) {}

    private static final String SHOWN = """
            SELECT l.name, string_agg(m.user_id, ',') FROM user_lists l JOIN user_list_members m ON m.list_id = l.id
             WHERE l.id = :list AND l.visibility = 'public' AND m.user_id = ANY (string_to_array(CAST(:people AS text), ','))
             GROUP BY l.name
            """;

    private final Notices notices;

    NotifyPeopleWhenListed(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "engagement.list.people-added";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var listed = event.as(Listed.class);
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(SHOWN, Object[].class)
                        .setParameter("list", listed.listId())
                        .setParameter("people", String.join(",", listed.userIds()))
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transformToUni(list -> tell(listed.listId(), list, event));
    }

    private Uni<Void> tell(String id, Object[] list, RecordedEvent event) {
        var people = List.of(((String) list[1]).split(","));
        var notice = new Notice(NoticeKind.LISTED, null, id, (String) list[0], "/list/" + id, null, null, null);
        return notices.tellOnce(people, notice, event, "listed:" + id);
    }
}
