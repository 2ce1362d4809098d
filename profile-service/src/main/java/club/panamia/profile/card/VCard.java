package club.panamia.profile.card;

import static club.panamia.profile.card.ContentLine.folded;
import static club.panamia.profile.card.ContentLine.structured;
import static club.panamia.profile.card.ContentLine.text;
import static club.panamia.profile.card.ContentLine.uri;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A card for an address book: vCard 4.0 (RFC 6350). */
final class VCard {

    static final String MEDIA_TYPE = "text/vcard";

    private VCard() {}

    static String of(Card card) {
        return String.join(
                "",
                "BEGIN:VCARD\r\n",
                "VERSION:4.0\r\n",
                uri("UID", card.page()),
                text("KIND", card.business() ? "org" : "individual"),
                text("FN", card.name()),
                text("NICKNAME", card.screenname()),
                text("NOTE", note(card)),
                structured("ADR", null, null, null, card.locality(), card.region(), null, card.country()),
                categories(card.words()),
                uri("PHOTO", card.picture()),
                uri("URL", card.page()),
                "END:VCARD\r\n");
    }

    private static String note(Card card) {
        return Stream.of(card.fiveWords(), card.details())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** Section 6.7.1: a list, in which a comma of a word is escaped and the one between two is not. */
    private static String categories(List<String> words) {
        return words.isEmpty()
                ? ""
                : folded(
                        "CATEGORIES:" + words.stream().map(ContentLine::escaped).collect(Collectors.joining(",")));
    }
}
