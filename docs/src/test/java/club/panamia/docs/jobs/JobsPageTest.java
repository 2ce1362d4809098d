package club.panamia.docs.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import club.panamia.docs.MarkdownTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recurring work of a service is a named job, which the control room shows; what is none says why. */
class JobsPageTest {

    private static final Pattern RUN = Pattern.compile("(?:\\brun|new Job)\\(\\s*\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern IDENTITY = Pattern.compile("identity = \"([a-z-]+)\"");
    private static final Pattern SCHEDULED = Pattern.compile("(?m)^ +@Scheduled\\(");

    private static final String PAGE = Checkout.text("docs/operations.md");
    private static final MarkdownTable JOBS = MarkdownTable.under("Jobs", PAGE);
    private static final List<String> NO_JOBS =
            MarkdownTable.under("What recurs in every process", PAGE).column("What");

    @Test
    void namesEachJobBesideItsService() {
        assertThat(named())
                .as("docs/operations.md, Jobs: one row for each job that code runs")
                .containsExactlyInAnyOrderElementsOf(jobs());
    }

    @Test
    void knowsEverythingThatRecurs() {
        var names = new TreeSet<>(NO_JOBS);
        jobs().forEach(job -> names.add(job.substring(job.indexOf(' ') + 1)));

        assertThat(identities())
                .as(
                        "let NamedJobs run it, or say in docs/operations.md, What recurs in every process, why it is no job")
                .isSubsetOf(names)
                .containsAll(NO_JOBS);
    }

    @Test
    void findsAnIdentityInEveryThingThatRecurs() {
        assertThat(sources())
                .allSatisfy(file -> assertThat(count(IDENTITY, Checkout.text(file)))
                        .as("identities in " + file)
                        .isGreaterThanOrEqualTo(count(SCHEDULED, Checkout.text(file))));
    }

    private static Set<String> jobs() {
        var found = new TreeSet<String>();
        for (var file : sources()) {
            var text = Checkout.text(file);
            if (text.contains("NamedJobs") || text.contains("new Job(")) {
                RUN.matcher(text).results().forEach(match -> found.add(service(file) + " " + match.group(1)));
            }
        }
        return found;
    }

    private static List<String> named() {
        var services = JOBS.column("Service").iterator();
        return JOBS.column("Job").stream()
                .map(job -> services.next() + " " + job)
                .toList();
    }

    private static List<String> identities() {
        return sources().stream()
                .map(Checkout::text)
                .filter(text -> SCHEDULED.matcher(text).find())
                .flatMap(JobsPageTest::identities)
                .toList();
    }

    private static Stream<String> identities(String text) {
        return IDENTITY.matcher(text).results().map(JobsPageTest::name);
    }

    private static List<Path> sources() {
        return Checkout.files(name -> name.matches(".*/src/main/java/.*\\.java"));
    }

    private static String service(Path file) {
        return Checkout.name(file).replaceFirst("/.*", "");
    }

    private static String name(MatchResult match) {
        return match.group(1);
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
