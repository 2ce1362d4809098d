package club.panamia.docs.settings;

import club.panamia.docs.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every environment variable that the code reads: found in the sources, since no program knows them all. */
final class CodeSettings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
    private static final Pattern CONSTANT = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+_?)\"");
    private static final Pattern GETENV = Pattern.compile("getenv\\(\\)?(?:\\.getOrDefault\\()?\"([A-Z]+)\"");
    private static final Pattern SHELL = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):-");

    /** Written like settings: a file of PostgreSQL's, and a variable that children must not inherit. */
    private static final Set<String> OTHERS = Set.of("PG_VERSION", "JDK_JAVA_OPTIONS");

    private CodeSettings() {}

    /** What is read by our programs; what the local suite writes into the environment of others is {@link #written}. */
    static List<Setting> read() {
        var properties = Checkout.files(name -> name.matches(".*/src/main/.*\\.properties")).stream()
                .flatMap(file -> found(file, PLACEHOLDER));
        var constants = Checkout.files(name -> isJava(name) && !name.startsWith("dev-suite/")).stream()
                .flatMap(file -> found(file, CONSTANT));
        var calls = Checkout.files(CodeSettings::isJava).stream().flatMap(file -> found(file, GETENV));
        var scripts = Checkout.files(name -> name.startsWith("bin/")).stream().flatMap(file -> found(file, SHELL));
        return Stream.of(properties, constants, calls, scripts)
                .flatMap(all -> all)
                .filter(setting -> !OTHERS.contains(setting.name()))
                .toList();
    }

    /** The names that {@code bin/dev} gives to what it starts, or publishes. */
    static List<Setting> written() {
        return Checkout.files(name -> isJava(name) && name.startsWith("dev-suite/")).stream()
                .flatMap(file -> found(file, CONSTANT))
                .filter(setting -> !OTHERS.contains(setting.name()))
                .toList();
    }

    private static boolean isJava(String name) {
        return name.contains("/src/main/java/") && name.endsWith(".java");
    }

    private static Stream<Setting> found(Path file, Pattern pattern) {
        var name = Checkout.name(file);
        return pattern.matcher(Checkout.text(file))
                .results()
                .map(match -> new Setting(match.group(1), reader(name), fallback(match), name));
    }

    private static Optional<String> fallback(MatchResult match) {
        return match.groupCount() > 1 ? Optional.ofNullable(match.group(2)) : Optional.empty();
    }

    private static String reader(String file) {
        var folder = file.substring(0, file.indexOf('/'));
        if (!folder.equals("shared-schema")) {
            return folder.equals("bin") ? "scripts" : folder.equals("dev-suite") ? "bin/dev" : folder;
        }
        return switch (file.split("/")[1]) {
            case "kernel" -> "service";
            case "testing" -> "tests";
            default -> "migrator";
        };
    }
}
