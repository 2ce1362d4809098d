package club.panamia.kernel.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.testing.rules.HouseRules;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the house catches the class that breaks it; such classes are compiled here, so that no build meets them. */
class HouseRulesTest {

    private static final String BASE = "club.panamia.broken";

    @TempDir
    private Path folder;

    @Test
    void leaveGoodCodeAlone() {
        assertThatCode(() -> check("feature.ThingResource", """
                        public class ThingResource {
                            @jakarta.ws.rs.GET
                            @jakarta.annotation.security.PermitAll
                            public io.smallrye.mutiny.Uni<String> read() { return io.smallrye.mutiny.Uni.createFrom().item("ok"); }
                        }
                        """)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every endpoint declares who may call it | ThingResource | public class ThingResource { @jakarta.ws.rs.GET public String read() { return null; } }",
                "Quarkus REST skips an endpoint method that is not public | ThingResource | public class ThingResource { @jakarta.ws.rs.PATCH @jakarta.annotation.security.PermitAll String read() { return null; } }",
                "an entity decides synchronously | Thing | @jakarta.persistence.Entity public class Thing { io.smallrye.mutiny.Uni<String> decide() { return null; } }",
                "services are reactive and carry no JDBC driver | Things | public class Things { java.sql.Connection connection; }",
                "nothing blocks an event loop | Things | public class Things { Object now(io.smallrye.mutiny.Uni<String> later) { return later.await(); } }",
                "a batch names its statement | Things | public class Things { Object all(io.vertx.mutiny.sqlclient.PreparedQuery<?> query) { return query.executeBatch(java.util.List.of()); } }",
                "would act outside twice | Things | public class Things { club.panamia.kernel.guarded.GuardedHttp http; @io.quarkus.hibernate.reactive.panache.common.WithTransaction io.smallrye.mutiny.Uni<?> change() { return io.smallrye.mutiny.Uni.createFrom().item(1).chain(i -> ask()); } io.smallrye.mutiny.Uni<?> ask() { return http.send(null); } }",
                "a class is named after what it is in the business | ThingDto | public class ThingDto {}",
                "a class is named after what it is in the business | ThingManager | public class ThingManager {}"
            })
    void catchTheClassThatBreaksThem(String because, String name, String source) {
        assertThatThrownBy(() -> check("feature." + name, source))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(because)
                .hasMessageContaining(name);
    }

    @Test
    void catchFeaturesThatDependOnEachOther() {
        assertThatThrownBy(() -> check(
                        "one.One",
                        "public class One { public club.panamia.broken.two.Two two; }",
                        "two.Two",
                        "public class Two { public club.panamia.broken.one.One one; }"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("features of one service depend one way");
    }

    /** Pairs of a class's name below the base package and its source. */
    private void check(String... namesAndSources) throws IOException {
        var files = new ArrayList<String>();
        for (var i = 0; i < namesAndSources.length; i += 2) {
            files.add(source(namesAndSources[i], namesAndSources[i + 1]).toString());
        }
        var arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
        arguments.addAll(files);
        var result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("the class of this test does not compile");
        }
        HouseRules.check(BASE, new ClassFileImporter().importPath(folder));
    }

    private Path source(String name, String text) throws IOException {
        var file = folder.resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        var place = BASE + "." + name.substring(0, name.lastIndexOf('.'));
        return Files.writeString(file, "package " + place + ";\n" + text);
    }
}
