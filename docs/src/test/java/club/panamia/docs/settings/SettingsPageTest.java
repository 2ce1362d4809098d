package club.panamia.docs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import club.panamia.docs.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    private static final String PAGE = Checkout.text("docs/operations.md");
    private static final MarkdownTable SETTINGS = MarkdownTable.under("Settings", PAGE);
    private static final MarkdownTable PROVIDERS = MarkdownTable.under("Sign-in with other providers", PAGE);
    private static final MarkdownTable PUBLISHED = MarkdownTable.under("What `.dev/suite.env` holds", PAGE);
    private static final MarkdownTable PROPERTIES = MarkdownTable.under("Properties without a short name", PAGE);

    private static final List<String> NAMES = SETTINGS.column("Setting");

    @Test
    void namesEverySettingThatTheCodeReads() {
        var unnamed =
                CodeSettings.read().stream().filter(setting -> row(setting) < 0).toList();

        assertThat(unnamed)
                .as("docs/operations.md, Settings: add a row for each of these")
                .isEmpty();
    }

    @Test
    void namesNothingThatTheCodeDoesNotRead() {
        var dead = new ArrayList<>(NAMES);
        CodeSettings.read().forEach(setting -> dead.remove(row(setting) < 0 ? "" : NAMES.get(row(setting))));

        assertThat(dead)
                .as("docs/operations.md, Settings: nothing reads these; take the rows out")
                .isEmpty();
    }

    @Test
    void namesEachSettingOnce() {
        assertThat(NAMES).doesNotHaveDuplicates();
    }

    @Test
    void tellsTheDefaultThatHolds() {
        var wrong = named().filter(setting ->
                        !setting.fallback().orElse(cell("Default", setting)).equals(cell("Default", setting)))
                .toList();

        assertThat(wrong)
                .as("docs/operations.md, Settings: another default holds for these")
                .isEmpty();
    }

    @Test
    void saysWhoReadsEachSetting() {
        var untold = named().filter(setting -> !cell("Read by", setting).contains(setting.reader()))
                .map(setting -> setting + " by " + setting.reader())
                .toList();

        assertThat(untold)
                .as("docs/operations.md, Settings: the column 'Read by' lacks")
                .isEmpty();
    }

    @Test
    void namesWhatTheLocalSuitePublishes() {
        var names = PUBLISHED.column("Name");
        var unnamed = CodeSettings.written().stream()
                .filter(setting -> row(setting) < 0 && names.stream().noneMatch(name -> names(name, setting.name())))
                .toList();

        assertThat(unnamed)
                .as("docs/operations.md, What `.dev/suite.env` holds: add a row for each of these")
                .isEmpty();
    }

    @Test
    void namesNothingThatTheLocalSuiteDoesNotPublish() {
        var code = String.join(
                "\n",
                Checkout.files(name -> name.matches("dev-suite/src/main/java/.*\\.java")).stream()
                        .map(Checkout::text)
                        .toList());

        assertThat(PUBLISHED.column("Name"))
                .allSatisfy(name -> assertThat(code).contains("\"" + name.replace("…", "") + "\""));
    }

    @Test
    void namesTheOtherProperties() {
        assertThat(PROPERTIES.column("Property"))
                .as("docs/operations.md, Properties without a short name")
                .containsExactlyInAnyOrderElementsOf(CodeProperties.withoutSetting());
    }

    @Test
    void namesTheSettingsOfAProvider() {
        assertThat(PROVIDERS.column("Property"))
                .as("docs/operations.md, Sign-in with other providers")
                .containsExactlyInAnyOrderElementsOf(CodeProperties.ofProviders());
    }

    /** What has a row; what has none is another test's business. */
    private static Stream<Setting> named() {
        return CodeSettings.read().stream().filter(setting -> row(setting) >= 0);
    }

    private static String cell(String column, Setting setting) {
        var text = SETTINGS.column(column).get(row(setting));
        return text.equals("–") ? "" : text;
    }

    /** Which row is about it; a secret's …_FILE stands in the row of the secret. */
    private static int row(Setting setting) {
        for (var i = 0; i < NAMES.size(); i++) {
            if (names(NAMES.get(i), setting.name()) || isFileOf(i, setting.name())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isFileOf(int row, String name) {
        return name.equals(NAMES.get(row) + "_FILE")
                && SETTINGS.column("Secret").get(row).contains("_FILE");
    }

    /** {@code PORT_…} in a table is every name that begins so. */
    private static boolean names(String cell, String name) {
        return cell.endsWith("…") ? name.startsWith(cell.substring(0, cell.length() - 1)) : cell.equals(name);
    }
}
