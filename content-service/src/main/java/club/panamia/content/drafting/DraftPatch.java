package club.panamia.content.drafting;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.content.wording.ArticleDraft;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.ws.rs.BadRequestException;

/** Changes to an article as a JSON merge patch (RFC 7396): absent keeps, null clears. Nothing in it is deeper than one level. */
@ApplicationScoped
class DraftPatch {

    private final ObjectMapper json;

    DraftPatch(ObjectMapper json) {
        this.json = json;
    }

    /** What the article says afterwards; all of it is held to the limits, as if it had been said at once. */
    @Valid
    ArticleDraft merge(ArticleDraft now, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw INVALID.because("A merge patch of an article is a JSON object.");
        }
        ObjectNode merged = json.valueToTree(now);
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), change.getValue());
            }
        });
        return read(merged);
    }

    /** A fault in the patch is answered as one in a body that was read at once: with its place. */
    private ArticleDraft read(JsonNode merged) {
        try {
            return json.treeToValue(merged, ArticleDraft.class);
        } catch (JsonProcessingException fault) {
            throw new BadRequestException(fault);
        }
    }
}
