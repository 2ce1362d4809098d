package club.panamia.content.feed;

import club.panamia.content.feed.document.HttpDate;
import club.panamia.kernel.request.ETag;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a feed from another (RFC 9110, section 13), without the items themselves.
 *
 * @param tag changes with every item, every name under one, and what is taken away
 */
record FeedState(String tag, Instant updated) {

    static FeedState of(Row row) {
        OffsetDateTime updated = row.getOffsetDateTime("updated");
        return new FeedState("\"" + row.getString("tag") + "\"", updated == null ? Instant.EPOCH : updated.toInstant());
    }

    /** A tag counts before a date: it sees what is taken away, too. */
    boolean isKnown(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
        if (ifNoneMatch != null) {
            return ETag.isKnown(tag, ifNoneMatch);
        }
        return ifModifiedSince != null && isStateOf(ifModifiedSince);
    }

    String lastModified() {
        return HttpDate.of(updated);
    }

    /** Whether nothing has changed since; what is no date is no condition. */
    private boolean isStateOf(String date) {
        return HttpDate.read(date)
                .filter(seen -> !updated.truncatedTo(ChronoUnit.SECONDS).isAfter(seen))
                .isPresent();
    }
}
