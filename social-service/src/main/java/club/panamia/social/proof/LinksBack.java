package club.panamia.social.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Whether a page says that somebody's page is of the same person as itself ({@code rel="me"}: HTML, and the XFN profile of it). */
final class LinksBack {

    private LinksBack() {}

    /** It takes as long as a page of a mebibyte takes to be read. */
    static boolean to(Owner owner, byte[] html, URI address) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(html), null, address.toString())
                    .select("a[rel][href], area[rel][href], link[rel][href]")
                    .stream()
                    .filter(LinksBack::isOfTheSamePerson)
                    .map(link -> link.absUrl("href"))
                    .anyMatch(owner::isAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfTheSamePerson(Element link) {
        return Arrays.stream(link.attr("rel").split("\\s+")).anyMatch("me"::equalsIgnoreCase);
    }
}
