package club.panamia.profile.section;

import java.util.List;

/** What somebody does. Two older vocabularies live on as aliases. */
public enum Category implements Term {
    PRODUCTS("products"),
    SERVICES("services"),
    VENUE("venue", "Venue", "events"),
    MUSIC("music"),
    FOOD("food"),
    APPAREL("apparel", "clothing", "accessories"),
    ART("art", "digital_art"),
    TECH("tech"),
    WELLNESS("wellness", "health_beauty"),
    EDUCATION("education"),
    NON_PROFIT("non_profit"),
    ARTISANAL("artisanal", "homemade");

    public static final Vocabulary<Category> VOCABULARY = new Vocabulary<>(Category.class);

    private final String key;
    private final List<String> aliases;

    Category(String key, String... aliases) {
        this.key = key;
        this.aliases = List.of(aliases);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }
}
