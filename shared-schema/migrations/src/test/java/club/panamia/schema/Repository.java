package club.panamia.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A git repository of a test's own, with our scripts in it. */
record Repository(Path root) {

    private static final Path OURS = Path.of(System.getProperty("pana.root"));
    private static final List<String> SCRIPTS = List.of(
            "bin/check-migrations",
            "bin/new-migration",
            "bin/hooks/pre-commit",
            "bin/lib/migration-rules.awk",
            "shared-schema/migrations/sql/TEMPLATE.sql");

    record Outcome(int exit, String text) {}

    /** An empty history but for the scripts. */
    static Repository in(Path root) {
        var repository = new Repository(root);
        for (var script : SCRIPTS) {
            repository.copy(script);
        }
        repository.git("init", "-q", "-b", "main");
        repository.git("config", "user.name", "Ana");
        repository.git("config", "user.email", "ana@example.org");
        repository.commit("Begin");
        return repository;
    }

    Path file(String name) {
        return root.resolve("shared-schema/migrations/sql").resolve(name);
    }

    Repository write(String name, String text) {
        try {
            Files.writeString(file(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Repository commit(String message) {
        git("add", "-A");
        git("commit", "-q", "-m", message);
        return this;
    }

    Outcome git(String... arguments) {
        var outcome = run("git", arguments);
        if (outcome.exit() != 0) {
            throw new IllegalStateException(outcome.text());
        }
        return outcome;
    }

    Outcome check(String... arguments) {
        return run("bin/check-migrations", arguments);
    }

    Outcome run(String program, String... arguments) {
        try {
            var command = new ArrayList<>(
                    List.of(program.contains("/") ? root.resolve(program).toString() : program));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
            // When the build itself is run by a git hook, its repository must not become ours.
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            var process = builder.start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(String path) {
        try {
            var target = root.resolve(path);
            Files.createDirectories(target.getParent());
            Files.copy(OURS.resolve(path), target, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
