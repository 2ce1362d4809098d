package club.panamia.docs.api;

import club.panamia.docs.Checkout;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The APIs of all services as the one that the front door offers. A schema that several services describe alike stands there
 * once; where they mean different things by one name, each gets its service's name in front.
 */
final class PublishedApi {

    static final String FILE = "docs/api/pana.yaml";

    private static final String SCHEMAS = "#/components/schemas/";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private final Map<String, JsonNode> services = read();
    private final Set<String> ambiguous = ambiguous();

    /** The document as it should be committed. */
    String text() {
        var api = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        api.putObject("info")
                .put("title", "Pana")
                .put(
                        "description",
                        "Every service's API behind one front door. Generated from its neighbours in this folder.")
                .put("version", "1");
        var tags = new TreeMap<String, JsonNode>();
        var paths = new TreeMap<String, JsonNode>();
        var schemas = new TreeMap<String, JsonNode>();
        var security = new TreeMap<String, JsonNode>();
        services.forEach((service, own) -> {
            var renamed = renamed(service, own);
            renamed.path("tags").forEach(tag -> tags.put(tag.path("name").asText(), tag));
            putAll(paths, renamed.path("paths"));
            putAll(security, renamed.path("components").path("securitySchemes"));
            renamed.path("components")
                    .path("schemas")
                    .properties()
                    .forEach(schema -> schemas.put(name(service, schema.getKey()), schema.getValue()));
        });
        api.putArray("tags").addAll(tags.values());
        api.putObject("paths").setAll(paths);
        var components = api.putObject("components");
        components.putObject("schemas").setAll(schemas);
        components.putObject("securitySchemes").setAll(security);
        return written(api);
    }

    /** Two services that answer for one path, or disagree on how one signs in, cannot be one API. */
    private static void putAll(Map<String, JsonNode> all, JsonNode own) {
        own.properties().forEach(entry -> {
            var before = all.put(entry.getKey(), entry.getValue());
            if (before != null && !before.equals(entry.getValue())) {
                throw new AssertionError("two services describe " + entry.getKey());
            }
        });
    }

    private String name(String service, String schema) {
        return ambiguous.contains(schema)
                ? service.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + service.substring(1) + schema
                : schema;
    }

    private JsonNode renamed(String service, JsonNode node) {
        if (node.isTextual() && node.asText().startsWith(SCHEMAS)) {
            var schema = node.asText().substring(SCHEMAS.length());
            return JsonNodeFactory.instance.textNode(SCHEMAS + name(service, schema));
        }
        if (node.isArray()) {
            var renamed = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> renamed.add(renamed(service, element)));
            return renamed;
        }
        if (node instanceof ObjectNode object) {
            var renamed = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> renamed.set(entry.getKey(), renamed(service, entry.getValue())));
            return renamed;
        }
        return node;
    }

    /** Names that mean different things, or that mean the same but for such a name inside. */
    private Set<String> ambiguous() {
        var found = new HashSet<String>();
        var before = -1;
        while (found.size() > before) {
            before = found.size();
            var seen = new LinkedHashMap<String, JsonNode>();
            services.values()
                    .forEach(api -> schemas(api).forEach(schema -> {
                        var other = seen.putIfAbsent(schema.getKey(), schema.getValue());
                        if (other != null && (!other.equals(schema.getValue()) || mentions(schema.getValue(), found))) {
                            found.add(schema.getKey());
                        }
                    }));
        }
        return found;
    }

    private static boolean mentions(JsonNode schema, Set<String> names) {
        return names.stream().anyMatch(name -> schema.toString().contains("\"" + SCHEMAS + name + "\""));
    }

    private static Set<Map.Entry<String, JsonNode>> schemas(JsonNode api) {
        return api.path("components").path("schemas").properties();
    }

    private static Map<String, JsonNode> read() {
        var found = new TreeMap<String, JsonNode>();
        for (var file : Checkout.files(name -> name.matches("docs/api/[a-z]+\\.yaml") && !FILE.equals(name))) {
            try {
                found.put(file.getFileName().toString().replace(".yaml", ""), YAML.readTree(Checkout.text(file)));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    private static String written(JsonNode api) {
        try {
            return YAML.writeValueAsString(api);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
