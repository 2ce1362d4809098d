package club.panamia.k8s.schema;

import club.panamia.k8s.render.Resource;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.custom.QuantityFormatter;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The strictness of an API server, by the generated models of the official client: unknown fields, wrong types, missing required
 * fields, bad quantities. Objects of operators, which no model knows, are held against the few fields that we use.
 */
public final class ModelSchema {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    private static final Map<String, Set<String>> KINDS = Map.of(
            "v1", Set.of("Namespace", "ServiceAccount", "Service", "ConfigMap", "Secret", "PersistentVolumeClaim"),
            "apps/v1", Set.of("Deployment", "StatefulSet"),
            "batch/v1", Set.of("Job"),
            "policy/v1", Set.of("PodDisruptionBudget"),
            "autoscaling/v2", Set.of("HorizontalPodAutoscaler"),
            "networking.k8s.io/v1", Set.of("NetworkPolicy", "Ingress"),
            "admissionregistration.k8s.io/v1", Set.of("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"));

    /** The fields of {@code spec} that we know of these. */
    private static final Map<String, Set<String>> OF_OPERATORS = Map.of(
            "external-secrets.io/v1/ExternalSecret", Set.of("dataFrom", "refreshInterval", "secretStoreRef", "target"),
            "gateway.networking.k8s.io/v1/HTTPRoute", Set.of("parentRefs", "hostnames", "rules"),
            "monitoring.coreos.com/v1/ServiceMonitor", Set.of("selector", "jobLabel", "endpoints"),
            "monitoring.coreos.com/v1/PrometheusRule", Set.of("groups"));

    private final List<String> faults = new ArrayList<>();

    private ModelSchema() {}

    /** What is wrong with the object, each fault with its path. */
    public static List<String> faults(Resource resource) {
        var schema = new ModelSchema();
        var type = resource.apiVersion() + "/" + resource.kind();
        if (OF_OPERATORS.containsKey(type)) {
            resource.spec().map().keySet().stream()
                    .filter(key -> !OF_OPERATORS.get(type).contains(key))
                    .forEach(key -> schema.add("/spec/" + key, "unknown field of " + resource.kind()));
        } else if (KINDS.getOrDefault(resource.apiVersion(), Set.of()).contains(resource.kind())) {
            schema.object(resource.root().map(), model(resource), "");
        } else {
            schema.add("", "no such kind " + type);
        }
        return schema.faults.stream().map(fault -> resource + fault).toList();
    }

    private static Class<?> model(Resource resource) {
        var version = resource.apiVersion().replaceFirst(".*/", "");
        try {
            return Class.forName(MODELS + version.toUpperCase(Locale.ROOT) + resource.kind());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("The models know no " + resource.kind(), e);
        }
    }

    private void object(Map<?, ?> object, Class<?> model, String path) {
        var fields = fields(model);
        object.forEach((key, value) -> {
            var below = path + "/" + key;
            if (fields.containsKey(key)) {
                value(value, fields.get(key), below);
            } else {
                add(below, "unknown field of " + model.getSimpleName());
            }
        });
        required(model).stream()
                .filter(key -> object.get(key) == null)
                .forEach(key -> add(path + "/" + key, "is required and missing"));
    }

    private void value(Object value, Type type, String path) {
        switch (value) {
            case null -> add(path, "has no value");
            case Object some when type instanceof ParameterizedType generic -> collection(some, generic, path);
            case Object some -> scalar(some, (Class<?>) type, path);
        }
    }

    private void collection(Object value, ParameterizedType type, String path) {
        var arguments = type.getActualTypeArguments();
        var isList = Collection.class.isAssignableFrom((Class<?>) type.getRawType());
        switch (value) {
            case List<?> list
            when isList -> {
                for (var i = 0; i < list.size(); i++) {
                    value(list.get(i), arguments[0], path + "/" + i);
                }
            }
            case Map<?, ?> map
            when !isList -> map.forEach((key, entry) -> value(entry, arguments[1], path + "/" + key));
            default -> add(path, "must be a " + (isList ? "list" : "mapping"));
        }
    }

    private void scalar(Object value, Class<?> type, String path) {
        if (type == Object.class || isOf(value, type)) {
            return;
        }
        if (value instanceof Map<?, ?> map && type.getName().startsWith(MODELS)) {
            object(map, type, path);
        } else {
            add(
                    path,
                    "must be %s, not the %s %s"
                            .formatted(type.getSimpleName(), value.getClass().getSimpleName(), value));
        }
    }

    private static boolean isOf(Object value, Class<?> type) {
        if (type == Quantity.class) {
            return isQuantity(String.valueOf(value));
        }
        return switch (value) {
            case String text ->
                type == String.class
                        || type == IntOrString.class
                        || type == byte[].class
                        || type == OffsetDateTime.class;
            case Integer number ->
                Set.of(Integer.class, Long.class, Double.class, IntOrString.class)
                        .contains(type);
            case Long number -> type == Long.class;
            case Double number -> type == Double.class;
            case Boolean truth -> type == Boolean.class;
            case Date date -> type == OffsetDateTime.class;
            default -> false;
        };
    }

    private static boolean isQuantity(String text) {
        try {
            new QuantityFormatter().parse(text);
            return true;
        } catch (QuantityFormatException e) {
            return false;
        }
    }

    private static Map<String, Type> fields(Class<?> model) {
        var fields = new HashMap<String, Type>();
        for (Field field : model.getDeclaredFields()) {
            var name = field.getAnnotation(SerializedName.class);
            if (name != null) {
                fields.put(name.value(), field.getGenericType());
            }
        }
        return fields;
    }

    private static List<String> required(Class<?> model) {
        try {
            return ((Collection<?>) model.getField("openapiRequiredFields").get(null))
                    .stream().map(String::valueOf).toList();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("The models no longer say what is required", e);
        }
    }

    private void add(String path, String what) {
        faults.add(path + ": " + what);
    }
}
