package club.panamia.testing.rules;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of {@code docs/architecture.md} that byte code can be asked about; each says why it is there. */
public final class HouseRules {

    private static final List<String> VERBS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS").stream()
                    .map(verb -> "jakarta.ws.rs." + verb)
                    .toList();
    private static final List<String> ACCESS = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.Authenticated");

    private HouseRules() {}

    /** Checks the main classes below {@code basePackage}; the first broken rule fails, naming the place. */
    public static void check(String basePackage) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        if (classes.isEmpty()) {
            throw new AssertionError("no classes below " + basePackage);
        }
        check(basePackage, classes);
        noOffsets(classes);
    }

    /** Checks given classes, of which those below {@code basePackage} are features. */
    public static void check(String basePackage, JavaClasses classes) {
        for (var rule : rules(basePackage)) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    private static List<ArchRule> rules(String basePackage) {
        return List.of(
                methods()
                        .that(areEndpoints())
                        .should(be(declaringAccess()))
                        .because(
                                "every endpoint declares who may call it: access is denied by default (architecture, section 5)"),
                methods()
                        .that(areEndpoints())
                        .should()
                        .bePublic()
                        .because("Quarkus REST skips an endpoint method that is not public, with a warning only"),
                slices().matching(basePackage + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("features of one service depend one way (style, section 1)"),
                noClasses()
                        .that()
                        .areAnnotatedWith("jakarta.persistence.Entity")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.smallrye.mutiny..")
                        .because("an entity decides synchronously (style, section 2)"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "liquibase..")
                        .because("services are reactive and carry no JDBC driver (architecture, D3)"),
                noClasses()
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "Uni.await() or Uni.subscribe()",
                                call -> call.getTargetOwner().isAssignableTo("io.smallrye.mutiny.Uni")
                                        && (call.getName().equals("await")
                                                || call.getName().equals("subscribe"))))
                        .because("nothing blocks an event loop and nothing runs beside its request (style, section 2)"),
                noClasses()
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "PreparedQuery.executeBatch()",
                                call -> call.getName().equals("executeBatch")))
                        .because(
                                "a batch names its statement, which another connection behind the pooler has, too: unnest arrays in one statement"),
                methods()
                        .that(Transactions.areTransactions())
                        .should(not(be(Transactions.actingOutside())))
                        .because(
                                "a transaction whose connection breaks is begun anew, and would act outside twice; ask other servers before it"),
                classes()
                        .should()
                        .haveNameNotMatching(".*(Controller|Dto|Request|Response|Impl|Utils?|Helper|Manager)$")
                        .because("a class is named after what it is in the business (style, section 3)"));
    }

    /** SQL lives in text blocks, which byte code hides in constants: the sources are asked. */
    private static void noOffsets(JavaClasses classes) {
        var sources = Path.of("src/main/java");
        if (Files.notExists(sources)) {
            throw new AssertionError("no sources beside " + classes.size() + " classes: run in the module's folder");
        }
        var offset = Pattern.compile("\\bOFFSET\\b");
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (offset.matcher(Files.readString(file)).find()) {
                    throw new AssertionError(
                            file + " pages by OFFSET: use a keyset, which stays right and fast while rows come in");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints", method -> VERBS.stream().anyMatch(method::isAnnotatedWith));
    }

    private static DescribedPredicate<JavaMethod> declaringAccess() {
        return DescribedPredicate.describe(
                "declaring access",
                method -> ACCESS.stream()
                        .anyMatch(annotation -> method.isAnnotatedWith(annotation)
                                || owner(method).isAnnotatedWith(annotation)));
    }

    private static JavaClass owner(JavaMethod method) {
        return method.getOwner();
    }
}
