package club.panamia.engagement.mail;

import club.panamia.engagement.notice.NoticeText;
import club.panamia.engagement.notification.NotificationView;
import club.panamia.engagement.preference.NotificationSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that waits to be mailed to one person, the oldest first.
 *
 * @param address null where there is none that is proven
 */
record Waiting(String userId, @Nullable String address, Locale language, NotificationSettings wishes, List<Due> due) {

    /** What goes together now: the urgent ones if there are any, else all. */
    Waiting now() {
        var urgent = due.stream().filter(Due::urgent).toList();
        return urgent.isEmpty() ? this : new Waiting(userId, address, language, wishes, urgent);
    }

    /** When it may be mailed. */
    Instant earliest() {
        var first = due.getFirst();
        return first.urgent() ? first.since() : new MailTimes(wishes).earliest(first.since());
    }

    List<Due> unread() {
        return due.stream().filter(one -> one.settled() == null).toList();
    }

    /** The ids of what needs no mail any more, by the reason. */
    Map<String, List<String>> settled() {
        return due.stream()
                .filter(one -> one.settled() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.settled()),
                        LinkedHashMap::new,
                        Collectors.mapping(Due::id, Collectors.toList())));
    }

    List<String> ids() {
        return due.stream().map(Due::id).toList();
    }

    /** What it is about, if that is one thing only. */
    Set<String> categories() {
        return unread().stream().map(Due::category).collect(Collectors.toSet());
    }

    /** One thing to read. */
    record Line(String sentence, String place) {}

    /** A sentence for each thing, with where it leads; the newest first. */
    List<Line> lines(String site) {
        var groups =
                unread().stream().collect(Collectors.groupingBy(Due::group, LinkedHashMap::new, Collectors.toList()));
        return groups.sequencedValues().reversed().stream()
                .map(group ->
                        new Line(sentence(group), place(site, group.getLast().told())))
                .toList();
    }

    /** What stands above them. */
    String subject(List<Line> lines) {
        return lines.size() == 1
                ? lines.getFirst().sentence()
                : NoticeText.in(language).several(lines.size());
    }

    private String sentence(List<Due> group) {
        var people = group.stream()
                .flatMap(one -> Stream.ofNullable(one.told().actor()))
                .distinct()
                .count();
        return NotificationView.displayMessage(group.getLast().row(), language, people - 1);
    }

    private static String place(String site, NotificationView told) {
        var url = told.objectUrl();
        return url == null ? "" : site + url;
    }
}
