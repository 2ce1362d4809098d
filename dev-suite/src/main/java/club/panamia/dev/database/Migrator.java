package club.panamia.dev.database;

import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.Secrets;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The suite's own migrator, run as a program of its own, as the Job in Kubernetes does. */
public final class Migrator {

    static final String MODULE = "shared-schema/migrator";

    private final Children children;
    private final SuiteFolder folder;
    private final DatabaseUrls urls;

    public Migrator(Children children, SuiteFolder folder, DatabaseUrls urls) {
        this.children = children;
        this.folder = folder;
        this.urls = urls;
    }

    /** Makes the login roles with the passwords of this suite. */
    public void roles() {
        run("roles", DatabaseUrls.SUPERUSER, passwords(urls.secrets()), "roles");
    }

    /** Brings the schema to the newest version, and the grants with it. */
    public void up() {
        try {
            run("up", DatabaseUrls.MIGRATOR, Map.of(), "up");
        } catch (Fault fault) {
            throw fault.advising("If the data of this local suite may go, bin/dev --fresh begins anew.");
        }
    }

    /** Makes a sidecar of the local suite; {@code options} as bin/new-sidecar takes them. */
    public void sidecar(String role, String... options) {
        var arguments = new ArrayList<>(List.of("new-sidecar", DatabaseUrls.schemaOf(role)));
        arguments.addAll(List.of(options));
        var password = urls.secrets().databasePassword(role);
        run(role, DatabaseUrls.SUPERUSER, Map.of("PANA_SIDECAR_PASSWORD", password), arguments.toArray(String[]::new));
    }

    private void run(String what, String role, Map<String, String> settings, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dpana.suite=" + folder.home(),
                "-jar",
                folder.app(MODULE).resolve("quarkus-run.jar").toString()));
        command.addAll(List.of(arguments));
        var all = new LinkedHashMap<>(settings);
        all.put("POSTGRES_DIRECT_URL", urls.direct(role).text());
        children.start("migrator", command, all, folder.root(), folder.log("migrator-" + what))
                .mustSucceed(Duration.ofMinutes(3));
    }

    private static Map<String, String> passwords(Secrets secrets) {
        var passwords = new LinkedHashMap<String, String>();
        for (var service : SuiteService.values()) {
            passwords.put(variable(service.role()), secrets.databasePassword(service.role()));
        }
        for (var role : List.of(DatabaseUrls.MIGRATOR, DatabaseUrls.ERASER)) {
            passwords.put(variable(role), secrets.databasePassword(role));
        }
        return passwords;
    }

    private static String variable(String role) {
        return "PANA_DB_PASSWORD_" + role.substring("pana_".length()).toUpperCase(Locale.ROOT);
    }
}
