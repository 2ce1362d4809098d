package club.panamia.docs.settings;

import club.panamia.docs.Checkout;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our own {@code pana.…} properties, and which of them no setting with a short name fills. */
final class CodeProperties {

    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name = \"(pana\\.[a-z.-]+)\"");
    private static final Pattern SCHEDULED = Pattern.compile("\"\\{(pana\\.[a-z.-]+)}\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"(pana\\.[a-z.-]+)\"\\)");
    private static final Pattern MAPPED = Pattern.compile("(?m)^ {4}[\\w<>.]+ (\\w+)\\(\\);");
    private static final Pattern FILLED = Pattern.compile("(?m)^(pana\\.[a-z.-]+)=.*\\$\\{[A-Z]");
    private static final Pattern SECRET = Pattern.compile("\"[A-Z_]+\", \"(pana\\.[a-z.-]+)\"");

    private static final String PROVIDERS =
            "auth-service/src/main/java/club/panamia/auth/provider/ProviderSettings.java";
    private static final Pattern NESTED = Pattern.compile("(?m)^ {8}[\\w<>.]+ (\\w+)\\(\\);");

    private CodeProperties() {}

    /** What follows {@code pana.providers.<id>.} */
    static List<String> ofProviders() {
        return names(NESTED, Checkout.text(PROVIDERS)).stream()
                .map(CodeProperties::kebab)
                .toList();
    }

    /** Those that can be set only by their own name. */
    static List<String> withoutSetting() {
        var all = new TreeSet<String>();
        java().forEach(text -> {
            names(INJECTED, text).forEach(all::add);
            names(SCHEDULED, text).forEach(all::add);
            names(MAPPING, text)
                    .forEach(prefix -> names(MAPPED, text).forEach(method -> all.add(prefix + "." + kebab(method))));
        });
        java().forEach(text -> names(SECRET, text).forEach(all::remove));
        Checkout.files(name -> name.matches(".*/src/main/.*\\.properties"))
                .forEach(file -> names(FILLED, Checkout.text(file)).forEach(all::remove));
        return List.copyOf(all);
    }

    private static Stream<String> java() {
        return Checkout.files(name -> name.matches(".*/src/main/java/.*\\.java")).stream()
                .map(Checkout::text);
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(CodeProperties::name).toList();
    }

    private static String name(MatchResult match) {
        return match.group(1);
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
