package club.panamia.social.rule;

import club.panamia.kernel.csv.Csv;
import club.panamia.kernel.csv.CsvLine;
import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules as servers exchange them: comma-separated values with the column names that Mastodon has. */
final class RuleFile {

    private static final List<String> COLUMNS =
            List.of("#domain", "#severity", "#reject_media", "#reject_reports", "#public_comment", "#obfuscate");
    private static final Set<String> YES = Set.of("true", "t", "1", "yes");
    private static final int LONGEST_REASON = 1000;

    private RuleFile() {}

    static String of(List<ServerRuleView> rules) {
        return Stream.concat(Stream.of(COLUMNS), rules.stream().map(RuleFile::cells))
                .map(Csv::row)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> cells(ServerRuleView rule) {
        var reason = rule.reason() == null ? "" : rule.reason();
        return List.of(rule.domain(), rule.severity(), String.valueOf(rule.rejectMedia()), "false", reason, "false");
    }

    /**
     * The rules of a file, the last of each domain. Where it has no severities, its domains are those that are allowed. Refuses a
     * file that is none, saying where.
     */
    static Map<String, ServerRuleDraft> read(String text, String ours) {
        var lines = Csv.read(text, RulesInForce.MOST + 2).stream()
                .map(CsvLine::sound)
                .toList();
        if (lines.isEmpty() || lines.size() > RulesInForce.MOST + 1) {
            throw CommonProblem.INVALID.because("The file has 1 to %d rules.".formatted(RulesInForce.MOST));
        }
        var names = lines.getFirst().words();
        if (!"domain".equals(name(names.getFirst()))) {
            throw CommonProblem.INVALID.because("The first column is #domain.");
        }
        var rules = new LinkedHashMap<String, ServerRuleDraft>();
        for (var line : lines.subList(1, lines.size())) {
            take(rules, line.number(), values(names, line.words()), ours);
        }
        return rules;
    }

    private static void take(Map<String, ServerRuleDraft> rules, int line, Map<String, String> values, String ours) {
        try {
            rules.put(Domain.of(values.getOrDefault("domain", ""), ours), rule(values));
        } catch (Problem | IllegalArgumentException problem) {
            throw CommonProblem.INVALID.because("Line %d: %s".formatted(line, problem.getMessage()));
        }
    }

    private static ServerRuleDraft rule(Map<String, String> values) {
        var reason = values.getOrDefault("public_comment", "");
        return new ServerRuleDraft(
                Severity.of(values.getOrDefault("severity", "noop")),
                YES.contains(values.getOrDefault("reject_media", "").toLowerCase(Locale.ROOT)),
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    private static Map<String, String> values(List<String> names, List<String> cells) {
        var values = new LinkedHashMap<String, String>();
        for (var at = 0; at < Math.min(names.size(), cells.size()); at++) {
            values.put(name(names.get(at)), cells.get(at));
        }
        return values;
    }

    private static String name(String column) {
        return column.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT);
    }
}
