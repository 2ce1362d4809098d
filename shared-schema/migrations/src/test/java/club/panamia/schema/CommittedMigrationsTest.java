package club.panamia.schema;

import static club.panamia.schema.MigrationText.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is committed stays as it is: in the working tree, in what is about to be committed, and in the whole history. */
class CommittedMigrationsTest {

    private Repository repository;

    @BeforeEach
    void twoCommittedMigrations(@TempDir Path root) {
        repository = Repository.in(root)
                .write("0001_cities.sql", GOOD)
                .commit("Cities")
                .write("0002_rivers.sql", GOOD.replace("cities", "rivers"))
                .commit("Rivers");
    }

    @Test
    void acceptsAnUntouchedHistory() {
        assertThat(repository.check()).isEqualTo(new Repository.Outcome(0, "2 migrations are in order.\n"));
        assertThat(repository.check("--staged")).isEqualTo(new Repository.Outcome(0, ""));
    }

    @Test
    void acceptsThatAFileIsRewrittenUntilItIsCommitted() {
        repository.write("0003_lakes.sql", GOOD).git("add", "-A");
        repository.write("0003_lakes.sql", GOOD.replace("cities", "lakes"));

        assertThat(repository.check().exit()).isZero();
        assertThat(repository.check("--staged").exit()).isZero();
    }

    @Test
    void refusesAnEdit() {
        repository.write("0001_cities.sql", GOOD + "-- a late thought\n");

        refused("0001_cities.sql: was edited after it was committed; restore it (git checkout ")
                .contains(
                        " -- shared-schema/migrations/sql/0001_cities.sql) and put the change into a new migration (bin/new-migration).");
    }

    @Test
    void refusesADeletion() throws IOException {
        Files.delete(repository.file("0002_rivers.sql"));

        refused("0002_rivers.sql: was deleted after it was committed; restore it (git checkout ");
    }

    @Test
    void refusesARenaming() throws IOException {
        Files.move(repository.file("0002_rivers.sql"), repository.file("0002_streams.sql"));

        refused("0002_rivers.sql: was renamed to 0002_streams.sql after it was committed; restore it (git checkout ");
    }

    @Test
    void refusesARenumbering() throws IOException {
        repository.write("0003_lakes.sql", GOOD);
        Files.move(repository.file("0002_rivers.sql"), repository.file("0004_rivers.sql"));
        Files.move(repository.file("0003_lakes.sql"), repository.file("0002_lakes.sql"));
        repository.write("0003_lakes.sql", GOOD.replace("cities", "ponds"));

        refused("0002_rivers.sql: was renamed to 0004_rivers.sql after it was committed; restore it (git checkout ");
    }

    @Test
    void seesInTheWholeHistoryWhatSlippedPastTheHook() {
        repository.write("0001_cities.sql", GOOD + "-- a late thought\n").commit("Edit without the hook");
        repository.write("0003_lakes.sql", GOOD).commit("And go on");

        refused("0001_cities.sql: was edited after it was committed; restore it (git checkout ");
    }

    @Test
    void isContentOnceTheFileIsRestoredAsItSays() {
        repository.write("0001_cities.sql", GOOD + "-- a late thought\n").commit("Edit without the hook");
        var message = repository.check().text();
        var mend = message.substring(message.indexOf("git checkout"), message.indexOf(")"));

        repository.run("sh", "-c", mend);

        assertThat(repository.check().exit()).isZero();
    }

    @Test
    void judgesWhatIsStagedNotWhatLiesInTheFolder() {
        repository.write("0001_cities.sql", GOOD + "-- a late thought\n");
        assertThat(repository.check("--staged").exit()).isZero();

        repository.git("add", "-A");
        repository.write("0001_cities.sql", GOOD);

        assertThat(repository.check("--staged").text()).startsWith("0001_cities.sql: was edited");
        assertThat(repository.check().exit()).isZero();
    }

    @Test
    void takesAMergeAsOneCommit() {
        repository.git("checkout", "-q", "-b", "lakes");
        repository.write("0003_lakes.sql", GOOD).commit("Lakes");
        repository.write("0003_lakes.sql", GOOD.replace("cities", "lakes")).commit("Better, and not merged yet");
        assertThat(repository.check().exit()).isEqualTo(1);

        repository.git("checkout", "-q", "main");
        repository.git("merge", "-q", "--no-ff", "-m", "Merge", "lakes");

        assertThat(repository.check().exit()).isZero();
    }

    @Test
    void worksInAFreshAndInAShallowClone(@TempDir Path clones) {
        for (var depth : List.of(1, 1000)) {
            var clone = new Repository(clones.resolve("depth" + depth));
            repository.git(
                    "clone",
                    "-q",
                    "--depth=" + depth,
                    "file://" + repository.root(),
                    clone.root().toString());
            assertThat(clone.check().exit()).isZero();

            clone.write("0001_cities.sql", GOOD + "-- a late thought\n");

            assertThat(clone.check().text()).startsWith("0001_cities.sql: was edited");
        }
    }

    @Test
    void saysThatItCannotSeeAHistoryOutsideGit() {
        repository.run("rm", "-rf", ".git");

        var outcome = repository.check();

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.text()).startsWith("Not a git checkout: ");
    }

    @Test
    void stopsACommitByTheHookItInstalled() {
        assertThat(repository.check("--install-hook").exit()).isZero();
        repository.write("0001_cities.sql", GOOD + "-- a late thought\n").git("add", "-A");

        var commit = repository.run("git", "commit", "-q", "-m", "Edit");

        assertThat(commit.exit()).isEqualTo(1);
        assertThat(commit.text()).startsWith("0001_cities.sql: was edited after it was committed;");
    }

    @Test
    void letsAGoodCommitPassTheHookAlsoOneOfSomePathsOnly() {
        repository.check("--install-hook");
        repository.write("0003_lakes.sql", GOOD).git("add", "-A");
        repository.write("0004_broken.sql", "SELECT 1;");

        repository.git("commit", "-q", "-m", "Lakes", "--", "shared-schema/migrations/sql/0003_lakes.sql");

        assertThat(repository.git("status", "--short").text())
                .isEqualTo("?? shared-schema/migrations/sql/0004_broken.sql\n");
    }

    @Test
    void leavesAHookOfYourOwnAlone() throws IOException {
        var hook = repository.root().resolve(".git/hooks/pre-commit");
        Files.writeString(hook, "#!/bin/sh\n");

        var outcome = repository.check("--install-hook");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.text()).contains("is yours and stays");
        assertThat(hook).hasContent("#!/bin/sh");
    }

    private AbstractStringAssert<?> refused(String fault) {
        var outcome = repository.check();
        assertThat(outcome.exit()).isEqualTo(1);
        return assertThat(outcome.text()).startsWith(fault);
    }
}
