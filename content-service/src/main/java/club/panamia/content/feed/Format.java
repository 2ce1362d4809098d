package club.panamia.content.feed;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import java.util.Arrays;

/** How a feed is written. */
enum Format {
    RSS("rss", "application/rss+xml"),
    ATOM("atom", "application/atom+xml"),
    JSON("json", "application/feed+json");

    final String label;
    final String mediaType;

    Format(String label, String mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    static Format of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label))
                .findFirst()
                .orElseThrow(() -> NOT_FOUND.because("Feeds are rss, atom or json."));
    }
}
