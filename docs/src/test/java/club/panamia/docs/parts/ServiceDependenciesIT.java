package club.panamia.docs.parts;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services are reactive and never migrate (architecture, D3); the packages that the design names are where they belong. */
class ServiceDependenciesIT {

    private static final String BLOCKING =
            "org\\.postgresql:.*|io\\.agroal:.*|io\\.quarkus:quarkus-(agroal|jdbc-.*|liquibase.*|flyway.*)|.*[.:]liquibase.*|club\\.panamia:pana-liquibase";

    /** The driver that wraps another driver to trace it; it reaches no database by itself and comes with quarkus-opentelemetry. */
    private static final String TRACING = "io.opentelemetry.instrumentation.opentelemetry-jdbc-";

    private static final List<String> EVERYWHERE = List.of(
            "io.quarkus:quarkus-rest",
            "io.quarkus:quarkus-hibernate-reactive-panache",
            "io.quarkus:quarkus-reactive-pg-client",
            "io.quarkus:quarkus-smallrye-jwt");

    static List<String> services() {
        return Programs.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void carriesNeitherJdbcNorLiquibase(String service) {
        assertThat(names(service)).filteredOn(name -> name.matches(BLOCKING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void carriesNoJarThatRegistersADriver(String service) {
        var jars = Programs.jars(service);

        assertThat(jars).hasSizeGreaterThan(100);
        assertThat(jars)
                .filteredOn(ServiceDependenciesIT::registersADriver)
                .filteredOn(jar -> !jar.getFileName().toString().startsWith(TRACING))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void standsOnTheReactivePackages(String service) {
        assertThat(EVERYWHERE)
                .filteredOn(name -> !names(service).contains(name))
                .as("missing in " + service)
                .isEmpty();
    }

    @Test
    void signsInByOidcInAuthServiceAlone() {
        var withOidc = Programs.SERVICES.stream()
                .filter(service -> names(service).contains("io.quarkus:quarkus-oidc"))
                .toList();

        assertThat(withOidc).containsExactly("auth-service");
    }

    @Test
    void signsTokensInAuthServiceByTheNamedPackage() {
        assertThat(Pom.read(Checkout.ROOT.resolve("auth-service/pom.xml")).asksFor())
                .contains("io.quarkus:quarkus-smallrye-jwt-build");
    }

    @Test
    void migratesByQuarkusLiquibaseInTheMigratorAlone() {
        var tools = Programs.TOOLS.stream()
                .flatMap(tool -> Programs.toolParts(tool).stream())
                .map(Part::name)
                .toList();

        assertThat(names(Programs.MIGRATOR).contains("io.quarkus:quarkus-liquibase"))
                .isTrue();
        assertThat(tools.contains("io.quarkus:quarkus-liquibase")).isFalse();
    }

    private static List<String> names(String module) {
        return Programs.parts(module).stream().map(Part::name).toList();
    }

    private static boolean registersADriver(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.getEntry("META-INF/services/java.sql.Driver") != null;
        } catch (IOException e) {
            throw new AssertionError(jar + " cannot be read", e);
        }
    }
}
