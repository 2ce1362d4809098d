package club.panamia.liquibase.roles;

import club.panamia.liquibase.session.SchemaProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a login role's password comes from. */
@FunctionalInterface
public interface RolePasswords {

    /** Nothing means: leave the role's password as it is. */
    Optional<String> of(String role);

    /**
     * {@code PANA_DB_PASSWORD_AUTH} for {@code pana_auth} and so on; {@code PANA_DB_PASSWORD_AUTH_FILE}, which wins, names a
     * file that holds it.
     */
    static RolePasswords from(Map<String, String> environment) {
        return role -> {
            var setting = setting(role);
            var file = environment.get(setting + "_FILE");
            return file == null
                    ? Optional.ofNullable(environment.get(setting)).filter(value -> !value.isEmpty())
                    : Optional.of(content(setting + "_FILE", file));
        };
    }

    /** The name of the setting for a role. */
    static String setting(String role) {
        return "PANA_DB_PASSWORD_" + role.replaceFirst("^pana_", "").toUpperCase(Locale.ROOT);
    }

    private static String content(String setting, String file) {
        try {
            var content = Files.readString(Path.of(file)).strip();
            if (content.isEmpty()) {
                throw new SchemaProblem("%s names %s, which is empty.".formatted(setting, file));
            }
            return content;
        } catch (IOException e) {
            throw new SchemaProblem("%s names %s, which cannot be read.".formatted(setting, file), e);
        }
    }
}
