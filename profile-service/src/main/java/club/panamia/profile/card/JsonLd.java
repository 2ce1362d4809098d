package club.panamia.profile.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A profile for search engines: schema.org's ProfilePage, about a Person or an Organization. */
@Schema(description = "A page about a person or a business, in schema.org's words (JSON-LD 1.1)")
record JsonLd(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        String url,
        Subject mainEntity) {

    static final String MEDIA_TYPE = "application/ld+json";

    /** Whom the page is about. */
    record Subject(
            @JsonProperty("@type") String type,
            @JsonProperty("@id") String id,
            String name,
            String alternateName,
            @Nullable String disambiguatingDescription,
            @Nullable String description,
            String url,
            @Nullable String image,
            List<String> keywords,
            @Nullable Address address) {}

    /** As far as everybody may know it. */
    record Address(
            @JsonProperty("@type") String type,
            @Nullable String addressLocality,
            @Nullable String addressRegion,
            @Nullable String addressCountry) {}

    static JsonLd of(Card card) {
        var subject = new Subject(
                card.business() ? "Organization" : "Person",
                card.page() + "#id",
                card.name(),
                card.screenname(),
                card.fiveWords(),
                card.details(),
                card.page(),
                card.picture(),
                card.words(),
                address(card));
        return new JsonLd("https://schema.org", "ProfilePage", card.page(), subject);
    }

    private static @Nullable Address address(Card card) {
        return card.locality() == null && card.region() == null && card.country() == null
                ? null
                : new Address("PostalAddress", card.locality(), card.region(), card.country());
    }
}
