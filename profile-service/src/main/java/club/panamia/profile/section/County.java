package club.panamia.profile.section;

/** South Florida, as the community counts it. */
public enum County implements Term {
    PALM_BEACH("palm_beach"),
    BROWARD("broward"),
    MIAMI_DADE("miami_dade");

    public static final Vocabulary<County> VOCABULARY = new Vocabulary<>(County.class);

    private final String key;

    County(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
