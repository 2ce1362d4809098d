package club.panamia.engagement.mail;

import club.panamia.engagement.notice.Category;
import club.panamia.engagement.notification.NotificationView;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits to be mailed.
 *
 * @param notification null where it is gone
 */
record Due(
        String id, Instant since, String category, @Nullable NotificationView notification, Row row) {

    static Due of(Row row, Locale language) {
        return new Due(
                row.getString("delivery_id"),
                row.getOffsetDateTime("since").toInstant(),
                row.getString("category"),
                row.getString("id") == null ? null : NotificationView.of(row, language),
                row);
    }

    /** Nobody can decline it, so it waits for no digest and no morning. */
    boolean urgent() {
        return Category.of(category).filter(known -> !known.optional()).isPresent();
    }

    /** Why no mail is needed any more, or not wanted; null while it is. */
    @Nullable
    String settled() {
        if (notification == null) {
            return "gone";
        }
        if (!urgent() && !row.getBoolean("wanted")) {
            return "not-wanted";
        }
        if (!urgent() && "off".equals(row.getString("digest"))) {
            return "digest-off";
        }
        var archivedAt = notification.archivedAt();
        var putAway = archivedAt != null && archivedAt.isAfter(notification.createdAt());
        return notification.read() || putAway ? "read" : null;
    }

    /** What belongs into one sentence. */
    String group() {
        var told = told();
        return String.join(
                " ", told.context(), told.type(), String.valueOf(row.getString("kind")), String.valueOf(told.object()));
    }

    NotificationView told() {
        return Objects.requireNonNull(notification);
    }
}
