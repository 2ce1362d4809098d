package club.panamia.testing.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What lies within a transaction: the method that is annotated, and whatever it calls in turn within the service. */
final class Transactions {

    private static final String TRANSACTION = "io.quarkus.hibernate.reactive.panache.common.WithTransaction";

    /** A file is named by its content, so that writing it again changes nothing: media are not listed. */
    private static final List<String> OUTSIDE = List.of(
            "club.panamia.kernel.guarded.GuardedHttp",
            "io.quarkus.mailer.",
            "io.vertx.core.http.HttpClient",
            "io.vertx.ext.mail.",
            "io.vertx.ext.web.client.",
            "java.net.http.");

    private Transactions() {}

    static DescribedPredicate<JavaMethod> areTransactions() {
        return DescribedPredicate.describe(
                "are transactions",
                method ->
                        method.isAnnotatedWith(TRANSACTION) || method.getOwner().isAnnotatedWith(TRANSACTION));
    }

    static DescribedPredicate<JavaMethod> actingOutside() {
        return DescribedPredicate.describe(
                "acting outside the database", method -> actsOutside(method, new HashSet<>()));
    }

    private static boolean actsOutside(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        return seen.add(unit)
                && called(unit)
                        .anyMatch(target -> isOutside(target)
                                || target.resolveMember()
                                        .filter(next -> actsOutside(next, seen))
                                        .isPresent());
    }

    private static Stream<CodeUnitAccessTarget> called(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getCallsFromSelf().stream().map(call -> (CodeUnitAccessTarget) call.getTarget()),
                unit.getCodeUnitReferencesFromSelf().stream()
                        .map(reference -> (CodeUnitAccessTarget) reference.getTarget()));
    }

    private static boolean isOutside(CodeUnitAccessTarget target) {
        return OUTSIDE.stream().anyMatch(target.getOwner().getFullName()::startsWith);
    }
}
