package club.panamia.migrator;

import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The one address that this program reads: unpooled, and never used by a service. */
final class DirectUrl {

    private static final String SETTING = "POSTGRES_DIRECT_URL";

    private DirectUrl() {}

    /** A mounted file wins over the plain setting. */
    static PostgresUrl from(Map<String, String> environment) {
        var file = environment.getOrDefault(SETTING + "_FILE", "");
        var name = file.isEmpty() ? SETTING : SETTING + "_FILE";
        var value = file.isEmpty() ? environment.getOrDefault(SETTING, "") : content(name, file);
        if (value.isBlank()) {
            throw new UsageProblem(
                    name
                            + " is not set; it names the database to migrate, unpooled: postgres://user:password@host:5432/database");
        }
        try {
            return PostgresUrl.parse(name, value);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(String.valueOf(e.getMessage()));
        }
    }

    /** Tells Quarkus, which makes its data source from these. */
    static void configure(PostgresUrl url) {
        System.setProperty("quarkus.datasource.jdbc.url", url.jdbc());
        System.setProperty("quarkus.datasource.username", url.user());
        System.setProperty("quarkus.datasource.password", url.password());
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UsageProblem("%s names %s, which cannot be read.".formatted(name, file));
        }
    }
}
