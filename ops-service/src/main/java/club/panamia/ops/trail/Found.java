package club.panamia.ops.trail;

import club.panamia.kernel.page.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was searched for, and a page of what was found. */
record Found(TrailQuery query, Page<TrailLineView> page) {

    public String actor() {
        return query.actor();
    }

    public String subject() {
        return query.subject();
    }

    public String action() {
        return query.action();
    }

    public List<TrailLineView> lines() {
        return page.items();
    }

    /** The address of the page after this one; nothing behind the last. */
    public @Nullable String older() {
        var cursor = page.nextCursor();
        return cursor == null
                ? null
                : "/ops/trail?actor=%s&subject=%s&action=%s&cursor=%s"
                        .formatted(encoded(actor()), encoded(subject()), encoded(action()), encoded(cursor));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
