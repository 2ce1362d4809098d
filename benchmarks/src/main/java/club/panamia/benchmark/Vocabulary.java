package club.panamia.benchmark;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What neighbours are called, make and say; also what others look for. */
final class Vocabulary {

    /** The first ones are the most frequent. */
    static final List<String> TRADES = List.of(
            ("bakery catering photography music coffee pastries jewelry design cleaning yoga painting ceramics candles soap tailoring"
                            + " massage gardening bookkeeping translation carpentry plumbing tattoos guitar piano salsa bachata"
                            + " empanadas arepas ceviche croquetas pasteles tamales juice honey chocolate cheese rum cigars murals"
                            + " lettering printing ceramica costura joyeria fotografia panaderia flores velas jabones cuero denim"
                            + " leather weaving knitting embroidery quilts dolls puppets theatre poetry comics film podcast radio"
                            + " mixing drums percussion trumpet violin singing dance ballet capoeira boxing surfing sailing fishing"
                            + " boats bikes skateboards repair welding electric solar roofing tiles moving realtor notary insurance"
                            + " taxes immigration tutoring childcare petsitting grooming veterinary dentistry nutrition herbs"
                            + " acupuncture doula midwifery barbershop braiding makeup nails perfume vintage antiques records books"
                            + " zines stationery calligraphy mosaics glass sculpture robotics software websites databases")
                    .split(" "));

    static final List<String> CATEGORIES =
            List.of("products", "services", "food", "music", "tech", "non_profit", "artisanal");

    /** Some of them; the rest of a name is made of syllables. */
    static final List<String> FIRST_NAMES = List.of(
            ("Rosa Ana Luis Carlos Marta Wei Naomi Marcus Lucía Tomás André Yara José Inés Paul Fabiola Jean Mireille Óscar Dulce"
                            + " Xiomara Yoel Camila Mateo Valentina Santiago Daniela Andrés Gabriela Emilio Noor Kofi Amara Elías")
                    .split(" "));

    static final List<String> SAID = List.of(
            "made by hand with love",
            "for the whole family",
            "in the heart of town",
            "hecho a mano con amor",
            "open every day but Monday",
            "since grandmother began",
            "para toda la familia",
            "local and honest work");

    private static final List<String> SENTENCES = List.of(
            "Everything is made by hand in small batches.",
            "Visit us at the farmers market on Saturday morning.",
            "We speak Spanish, English and a little Creole.",
            "Pedidos por encargo con tres días de anticipación.",
            "Our grandmother brought the recipe from Santiago.",
            "Free delivery in the neighborhood.",
            "Hacemos talleres para niños cada verano.",
            "We repair what others throw away.",
            "Ask about our student discount.",
            "Vegan and gluten free on request.",
            "A family business for three generations.",
            "Trabajamos con materiales reciclados.",
            "Weddings, birthdays and quinceañeras.",
            "By appointment only, in the evening.",
            "The studio is open to curious people.",
            "Somos una cooperativa de mujeres.",
            "We teach what we know.",
            "Ten percent of every sale goes to the shelter.");

    private static final List<String> SYLLABLES =
            List.of("ma ri so lu na del car men ta vi ro san che bo pe lo qui zar fe gon".split(" "));

    static final String TOWNS = """
            (0, 'Miami', 'miami_dade', 25.77, -80.20, '3313'), (1, 'Hialeah', 'miami_dade', 25.86, -80.28, '3301'),
            (2, 'Fort Lauderdale', 'broward', 26.12, -80.14, '3330'), (3, 'Hollywood', 'broward', 26.01, -80.15, '3302'),
            (4, 'Miami Beach', 'miami_dade', 25.79, -80.13, '3314'), (5, 'West Palm Beach', 'palm_beach', 26.71, -80.06, '3340'),
            (6, 'Coral Gables', 'miami_dade', 25.72, -80.27, '3314'), (7, 'Pembroke Pines', 'broward', 26.01, -80.31, '3302'),
            (8, 'Homestead', 'miami_dade', 25.47, -80.48, '3303'), (9, 'Boca Raton', 'palm_beach', 26.36, -80.10, '3343'),
            (10, 'Pompano Beach', 'broward', 26.24, -80.12, '3306'), (11, 'Jupiter', 'palm_beach', 26.93, -80.10, '3345')""";

    private Vocabulary() {}

    /** The words as SQL arrays, each under its name. */
    static String arrays() {
        return String.join(
                ", ",
                array(TRADES, "trades"),
                array(CATEGORIES, "categories"),
                array(FIRST_NAMES, "first"),
                array(SAID, "said"),
                array(SENTENCES, "sentences"));
    }

    /** An SQL expression: so many syllables by the numbers of person {@code n} from {@code salt} on. */
    static String word(String n, int salt, int syllables) {
        return IntStream.range(salt, salt + syllables)
                .mapToObj(
                        i -> "(%s)[1 + pg_temp.chance(%s, %d, %d)]".formatted(array(SYLLABLES), n, i, SYLLABLES.size()))
                .collect(Collectors.joining(" || "));
    }

    private static String array(List<String> words, String name) {
        return array(words) + " AS " + name;
    }

    private static String array(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }
}
