package club.panamia.auth.own;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.auth.user.AccountDetails;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Map;

/** Changes to an account as a JSON merge patch (RFC 7396): absent keeps, null clears. */
@ApplicationScoped
class AccountPatch {

    private final ObjectMapper json;

    AccountPatch(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What the patch says of the details that it names, held to the limits; the others are empty. So whoever has a longer name
     * from elsewhere can still change their postal code.
     */
    @Valid
    AccountDetails said(AccountDetails now, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw INVALID.because("A merge patch of an account is a JSON object.");
        }
        ObjectNode named = json.valueToTree(now);
        named.retain(names(changes));
        merge(named, changes);
        return read(named);
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode deeper
                    && target.get(entry.getKey()) instanceof ObjectNode inner) {
                merge(inner, deeper);
            } else if (entry.getValue().isNull()) {
                target.remove(entry.getKey());
            } else {
                target.set(entry.getKey(), entry.getValue());
            }
        });
    }

    /** A fault in the patch is answered as one in a body that was read at once: with its place. */
    private AccountDetails read(ObjectNode merged) {
        try {
            return json.treeToValue(merged, AccountDetails.class);
        } catch (JsonProcessingException fault) {
            throw new BadRequestException(fault);
        }
    }
}
