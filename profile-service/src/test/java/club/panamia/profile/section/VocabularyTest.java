package club.panamia.profile.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "clothing,APPAREL",
        "accessories,APPAREL",
        "homemade,ARTISANAL",
        "events,VENUE",
        "Venue,VENUE",
        "health_beauty,WELLNESS",
        "digital_art,ART",
        "non_profit,NON_PROFIT",
    })
    void understandsOlderSpellings(String spelling, Category category) {
        assertThat(Category.VOCABULARY.find(spelling)).contains(category);
    }

    @Test
    void knowsNothingElse() {
        assertThat(Category.VOCABULARY.find("juggling")).isEmpty();
        assertThat(Category.VOCABULARY.find("ART")).isEmpty();
        assertThat(Category.VOCABULARY.all(List.of("juggling", " ", "ART"))).isEmpty();
        assertThat(Category.VOCABULARY.all(null)).isEmpty();
    }

    @Test
    void hasOneMeaningForEverySpelling() {
        var seen = new HashSet<String>();

        for (var category : Category.values()) {
            assertThat(Category.VOCABULARY.spellings(List.of(category))).allMatch(seen::add);
        }
    }

    @Test
    void keepsWhatWasChosenInTodaysSpellingAndOrder() {
        var document = new LinkedHashMap<String, Boolean>();
        document.put("homemade", true);
        document.put("digital_art", true);
        document.put("art", false);
        document.put("food", null);
        document.put("juggling", true);

        assertThat(Category.VOCABULARY.chosen(document)).isEqualTo(Map.of("art", true, "artisanal", true));
        assertThat(Category.VOCABULARY.keys(document)).isEqualTo(List.of("art", "artisanal"));
    }
}
