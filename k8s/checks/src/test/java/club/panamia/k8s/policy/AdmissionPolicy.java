package club.panamia.k8s.policy;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Overlay;
import club.panamia.k8s.render.Resource;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A ValidatingAdmissionPolicy, judging as the API server does: by the expressions of the very file that the cluster gets. */
public record AdmissionPolicy(Resource policy) {

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("object", SimpleType.DYN)
            .addVar("variables", SimpleType.DYN)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();
    private static final Map<String, CelRuntime.Program> PROGRAMS = new ConcurrentHashMap<>();

    /** {@code pods} or {@code images}. */
    public static AdmissionPolicy read(String file) {
        try {
            var yaml = Files.readString(Overlay.K8S.resolve("policies").resolve(file + ".yaml"));
            return new AdmissionPolicy(Manifests.read(yaml)
                    .of("ValidatingAdmissionPolicy")
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> messages() {
        return policy.spec().each("validations").map(AdmissionPolicy::message).toList();
    }

    /** What the API server would say when it refuses the object; empty when it lets it in. */
    public List<String> refusals(Resource workload) {
        var variables = new HashMap<String, Object>();
        var known = Map.of("object", numbers(workload.root()), "variables", variables);
        policy.spec()
                .each("variables")
                .forEach(variable -> variables.put(
                        variable.at("name").text(),
                        evaluate(variable.at("expression").text(), known)));
        return policy.spec()
                .each("validations")
                .filter(validation -> !Boolean.TRUE.equals(
                        evaluate(validation.at("expression").text(), known)))
                .map(AdmissionPolicy::message)
                .toList();
    }

    private static String message(Node validation) {
        return validation.at("message").text();
    }

    private static Object evaluate(String expression, Map<String, ?> known) {
        try {
            return PROGRAMS.computeIfAbsent(expression, AdmissionPolicy::program)
                    .eval(known);
        } catch (CelEvaluationException e) {
            throw new AssertionError("The expression '%s' cannot be evaluated".formatted(expression), e);
        }
    }

    private static CelRuntime.Program program(String expression) {
        try {
            return RUNTIME.createProgram(COMPILER.compile(expression).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new AssertionError("The expression '%s' is none".formatted(expression), e);
        }
    }

    /** CEL knows 64-bit numbers only. */
    private static Object numbers(Node node) {
        return switch (node.value().orElseThrow()) {
            case Map<?, ?> map -> {
                var copy = new HashMap<String, Object>();
                map.forEach((key, value) -> copy.put(String.valueOf(key), numbers(Node.of(value))));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(item -> numbers(Node.of(item))).toList();
            case Integer number -> number.longValue();
            case Object scalar -> scalar;
        };
    }
}
