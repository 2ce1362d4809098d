package club.panamia.mentoring.document;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.secret.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Typed records over {@code profiles.mentoring} and {@code profiles.availability}: strict with what comes in, tolerant of what
 * the reference system, which hardly checked, has left there.
 */
@Singleton
public class Documents {

    private static final int TAG_LENGTH = 32;

    private final ObjectMapper json;
    private final Validator validator;

    Documents(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What was stored, key by key: what is unknown, of the wrong kind or beyond its limits counts as not said. */
    public <T> T read(@Nullable Map<String, Object> stored, Class<T> type) {
        ObjectNode all = stored == null ? json.createObjectNode() : json.valueToTree(stored);
        return acceptable(all, type)
                .or(() -> acceptable(said(all, type), type))
                .orElseGet(() -> bound(json.createObjectNode(), type));
    }

    private ObjectNode said(ObjectNode all, Class<?> type) {
        var said = json.createObjectNode();
        for (var entry : all.properties()) {
            var alone = json.createObjectNode().<JsonNode>set(entry.getKey(), entry.getValue());
            if (acceptable(alone, type).isPresent()) {
                said.set(entry.getKey(), entry.getValue());
            }
        }
        return said;
    }

    /** A JSON merge patch (RFC 7396) upon a document; all of the result is held to the limits. */
    public <T> T merge(T document, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw INVALID.because("A merge patch of this document is a JSON object.");
        }
        var merged = bound(merged(json.valueToTree(document), changes), type);
        var violations = validator.validate(merged);
        if (!violations.isEmpty()) {
            var problem = INVALID.because("See 'errors' for what and where.");
            violations.stream()
                    .sorted(Comparator.comparing(
                            violation -> violation.getPropertyPath().toString()))
                    .forEach(violation -> problem.at(pointer(violation.getPropertyPath()), violation.getMessage()));
            throw problem;
        }
        return merged;
    }

    /** As it is stored, and would be read again: with numbers of the same kinds, or it would be written twice. */
    public Map<String, Object> stored(Object document) {
        try {
            return json.readValue(json.writeValueAsString(document), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The entity tag of a document: it changes when, and only when, what it says does. */
    public String tag(Object document) {
        try {
            return Sha256.hex(json.writeValueAsString(document)).substring(0, TAG_LENGTH);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> Optional<T> acceptable(JsonNode part, Class<T> type) {
        try {
            return Optional.of(json.treeToValue(part, type))
                    .filter(document -> validator.validate(document).isEmpty());
        } catch (JsonProcessingException wrongKind) {
            return Optional.empty();
        }
    }

    private <T> T bound(JsonNode document, Class<T> type) {
        try {
            return json.treeToValue(document, type);
        } catch (JsonProcessingException fault) {
            throw new BadRequestException(fault);
        }
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                result.remove(entry.getKey());
            } else {
                result.set(entry.getKey(), merged(result.path(entry.getKey()), entry.getValue()));
            }
        });
        return result;
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            if (step.getIndex() != null) {
                pointer.append('/').append(step.getIndex());
            }
            if (step.getName() != null && !step.getName().startsWith("<")) {
                pointer.append('/').append(step.getName());
            }
        }
        return pointer.toString();
    }
}
