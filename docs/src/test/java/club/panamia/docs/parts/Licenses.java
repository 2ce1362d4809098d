package club.panamia.docs.parts;

import club.panamia.docs.Checkout;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code docs/licenses.properties}: the approved licences by their SPDX id, and how POMs spell them. */
final class Licenses {

    private static final String TOOLS = "tools.";

    private final Map<String, String> ids = new HashMap<>();

    private Licenses() {}

    /** For what we ship. */
    static Licenses shipped() {
        return approving(key -> !key.startsWith(TOOLS));
    }

    /** For what runs on a developer's machine alone: all of these, and a few more. */
    static Licenses tools() {
        return approving(key -> true);
    }

    Set<String> ids() {
        return Set.copyOf(ids.values());
    }

    /** Whoever offers several licences lets us choose: one that is approved is enough. */
    boolean approve(List<String> offered) {
        return !approved(offered).isEmpty();
    }

    /** The SPDX ids of those that are approved. */
    Set<String> approved(List<String> offered) {
        return offered.stream()
                .map(Licenses::normal)
                .filter(ids::containsKey)
                .map(ids::get)
                .collect(Collectors.toSet());
    }

    private static Licenses approving(Predicate<String> wanted) {
        var file = new Properties();
        try {
            file.load(new StringReader(Checkout.text("docs/licenses.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var licenses = new Licenses();
        file.stringPropertyNames().stream().filter(wanted).forEach(key -> licenses.add(key, file.getProperty(key)));
        return licenses;
    }

    private void add(String key, String spellings) {
        var id = key.startsWith(TOOLS) ? key.substring(TOOLS.length()) : key;
        ids.put(normal(id), id);
        Arrays.stream(spellings.split("\\|"))
                .filter(spelling -> !spelling.isBlank())
                .forEach(s -> ids.put(normal(s), id));
    }

    private static String normal(String spelling) {
        return spelling.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
