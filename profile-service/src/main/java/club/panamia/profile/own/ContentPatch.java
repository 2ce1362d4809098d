package club.panamia.profile.own;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.profile.section.ProfileContent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.ws.rs.BadRequestException;

/** Changes to what a profile says, as a JSON merge patch (RFC 7396): absent keeps, null clears. */
@ApplicationScoped
class ContentPatch {

    private final ObjectMapper json;
    private final FormerNames formerNames;

    ContentPatch(ObjectMapper json, FormerNames formerNames) {
        this.json = json;
        this.formerNames = formerNames;
    }

    /** What the profile says afterwards; all of it is held to the limits, as if it had been said at once. */
    @Valid
    ProfileContent merge(ProfileContent content, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw INVALID.because("A merge patch of a profile is a JSON object.");
        }
        formerNames.replaceIn(changes);
        return read(merged(json.valueToTree(content), changes));
    }

    /** A fault in the patch is answered as one in a body that was read at once: with its place. */
    private ProfileContent read(JsonNode merged) {
        try {
            return json.treeToValue(merged, ProfileContent.class);
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
}
