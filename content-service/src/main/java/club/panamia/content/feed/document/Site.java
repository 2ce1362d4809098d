package club.panamia.content.feed.document;

import club.panamia.kernel.settings.Settings;
import jakarta.inject.Singleton;
import java.net.URI;

/** Where people read what feeds tell of. */
@Singleton
public class Site {

    /** The year in which the community owned its name. */
    private static final int YEAR = 2026;

    private final URI home;
    private final String articlePath;

    Site(Settings settings) {
        this.home = settings.publicUrl();
        this.articlePath = settings.articlePath();
    }

    public URI home() {
        return home;
    }

    public URI at(String path) {
        return URI.create(home + path);
    }

    public String articles() {
        return home + articlePath.replace("/{slug}", "");
    }

    public String article(String slug) {
        return home + articlePath.replace("{slug}", slug);
    }

    String tag(String id) {
        return "tag:%s,%d:%s".formatted(home.getHost(), YEAR, id);
    }
}
