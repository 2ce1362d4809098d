package club.panamia.social.proof;

import club.panamia.social.wire.Host;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * What can be proven: a field whose value is a link and nothing else, and shows where it leads. One that reads like another address
 * than it has would lend that one the proof.
 *
 * @param value HTML, as the field holds it
 */
record FieldLink(String value, String url) {

    /** As many as the pages that people of this server can name. */
    private static final int MOST = 6;

    private static final int LONGEST_VALUE = 10_000;
    private static final int LONGEST_URL = 500;

    /** Of the values of an actor's fields, the first that can be proven. */
    static List<FieldLink> in(List<String> values) {
        return values.stream().flatMap(FieldLink::in).limit(MOST).toList();
    }

    private static Stream<FieldLink> in(String value) {
        return value.length() <= LONGEST_VALUE && value.contains("href")
                ? address(value).map(url -> new FieldLink(value, url)).stream()
                : Stream.empty();
    }

    private static Optional<String> address(String value) {
        var body = Jsoup.parseBodyFragment(value).body();
        var links = body.select("a[href]");
        var url = links.attr("href");
        return links.size() == 1
                        && url.length() <= LONGEST_URL
                        && Host.of(url).isPresent()
                        && shown(body.text()).equalsIgnoreCase(shown(url))
                ? Optional.of(url)
                : Optional.empty();
    }

    /** Without what pages leave out of an address. */
    private static String shown(String address) {
        return address.strip()
                .replaceFirst("(?i)^https?://", "")
                .replaceFirst("(?i)^www\\.", "")
                .replaceFirst("/$", "");
    }
}
