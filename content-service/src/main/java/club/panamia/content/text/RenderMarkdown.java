package club.panamia.content.text;

import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.net.URI;

/** Makes HTML of Markdown; of a long text on a worker thread, for it would hold up everybody else on an event loop. */
@Singleton
public class RenderMarkdown {

    /** Takes about a millisecond. */
    private static final int LONG = 20_000;

    private final URI home;

    RenderMarkdown(Settings settings) {
        this.home = settings.publicUrl();
    }

    public Uni<String> html(String markdown) {
        var rendered = Uni.createFrom().item(() -> new Markdown(markdown).html(home));
        return markdown.length() <= LONG ? rendered : rendered.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
