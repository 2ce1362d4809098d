package club.panamia.liquibase.session;

import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The address that only the tools for the schema read: unpooled, and never used by a service. */
public final class DirectUrl {

    private static final String SETTING = "POSTGRES_DIRECT_URL";

    private DirectUrl() {}

    /**
     * The setting's value; a mounted file wins over the plain setting.
     *
     * @throws IllegalArgumentException one clear line, when it is missing or no address
     */
    public static PostgresUrl from(Map<String, String> environment) {
        var file = environment.getOrDefault(SETTING + "_FILE", "");
        var name = file.isEmpty() ? SETTING : SETTING + "_FILE";
        var value = file.isEmpty() ? environment.getOrDefault(SETTING, "") : content(name, file);
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    name + " is not set; it names the database, unpooled: postgres://user:password@host:5432/database");
        }
        return PostgresUrl.parse(name, value);
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("%s names %s, which cannot be read.".formatted(name, file));
        }
    }
}
