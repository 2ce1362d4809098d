package club.panamia.engagement.notification.group;

import club.panamia.engagement.notification.NotificationView;
import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several notifications as one. */
@Schema(description = "What was done to one thing on one day")
record GroupView(
        @Schema(required = true, description = "The newest of them")
        NotificationView newest,

        @Schema(required = true) long count,

        @Schema(required = true, description = "How many of them I have not read")
        long unread,

        @Schema(required = true, description = "How many people did it")
        long people,

        @Schema(required = true, description = "What they say together, in the language that the browser asks for")
        String displayMessage) {

    static GroupView of(Row row, Locale language) {
        var people = row.getLong("people");
        return new GroupView(
                NotificationView.of(row, language),
                row.getLong("count"),
                row.getLong("unread"),
                people,
                NotificationView.displayMessage(row, language, people - 1));
    }

    Cursor position() {
        return newest.position();
    }
}
