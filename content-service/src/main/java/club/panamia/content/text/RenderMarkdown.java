package club.panamia.content.text;

import club.panamia.kernel.settings.Settings;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * Makes HTML of Markdown; of a long text on a worker thread, for it would hold up everybody else on an event loop. What was
 * made lately is kept by the text itself, so that nothing can be out of date.
 */
@Singleton
public class RenderMarkdown {

    /** Takes about a millisecond. */
    private static final int LONG = 20_000;

    /** Characters of text and HTML together: about a thousand articles. */
    private static final long KEPT = 8_000_000;

    private final URI home;
    private final Cache<String, String> made = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .<String, String>weigher((text, html) -> text.length() + html.length())
            .build();

    RenderMarkdown(Settings settings) {
        this.home = settings.publicUrl();
    }

    /** At once: for callers on worker threads. */
    public String htmlNow(String markdown) {
        return made.get(markdown, text -> new Markdown(text).html(home));
    }

    public Uni<String> html(String markdown) {
        var known = made.getIfPresent(markdown);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        var rendered =
                Uni.createFrom().item(() -> new Markdown(markdown).html(home)).invoke(html -> made.put(markdown, html));
        return markdown.length() <= LONG ? rendered : rendered.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
