package club.panamia.mentoring.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StoredOfferTest {

    @Test
    void readsWhatWasSaid() {
        var offer = new StoredOffer(new JsonObject("""
                        {"expertise": ["Clay", "Taxes"], "bio": "Forty years.", "videoIntroUrl": "https://example.org/v", "hourlyRate": 12.5}
                        """));

        assertThat(offer.texts("expertise")).containsExactly("Clay", "Taxes");
        assertThat(offer.text("bio")).isEqualTo("Forty years.");
        assertThat(offer.webAddress("videoIntroUrl")).isEqualTo("https://example.org/v");
        assertThat(offer.amount("hourlyRate")).isEqualByComparingTo("12.5");
    }

    @Test
    void takesTheWrongKindForNotSaid() {
        var offer = new StoredOffer(new JsonObject("""
                        {"expertise": "Clay", "languages": ["en", 7, null], "bio": " ", "videoIntroUrl": "javascript:alert(1)", "hourlyRate": -3}
                        """));

        assertThat(offer.texts("expertise")).isEmpty();
        assertThat(offer.texts("languages")).containsExactly("en");
        assertThat(offer.text("bio")).isNull();
        assertThat(offer.webAddress("videoIntroUrl")).isNull();
        assertThat(offer.amount("hourlyRate")).isEqualTo(BigDecimal.ZERO);
        assertThat(offer.amount("nothing")).isEqualTo(BigDecimal.ZERO);
    }
}
