package club.panamia.profile.own;

import club.panamia.profile.section.Category;
import club.panamia.profile.section.ProfileContent;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Today's names in a patch, before it is merged: clearing {@code clothing} must clear {@code apparel}, and {@code street1} must
 * clear {@code line1}. Which names were used before stands at the records, as {@code @JsonAlias}.
 */
@ApplicationScoped
class FormerNames {

    private final ObjectMapper json;

    FormerNames(ObjectMapper json) {
        this.json = json;
    }

    void replaceIn(ObjectNode patch) {
        replace(patch, json.constructType(ProfileContent.class));
        if (patch.get("categories") instanceof ObjectNode categories) {
            patch.set("categories", today(categories));
        }
    }

    private void replace(ObjectNode node, JavaType type) {
        for (var property : description(type).findProperties()) {
            property.findAliases().forEach(alias -> rename(node, alias.getSimpleName(), property.getName()));
            if (node.get(property.getName()) instanceof ObjectNode section && isSection(property)) {
                replace(section, property.getPrimaryType());
            }
        }
    }

    private BeanDescription description(JavaType type) {
        return json.getDeserializationConfig().introspect(type);
    }

    private static boolean isSection(BeanPropertyDefinition property) {
        return property.getPrimaryType().isRecordType();
    }

    /** Whoever sends both means the name of today. */
    private static void rename(ObjectNode node, String former, String today) {
        var value = node.remove(former);
        if (value != null && !node.has(today)) {
            node.set(today, value);
        }
    }

    private static JsonNode today(ObjectNode categories) {
        var renamed = categories.objectNode();
        categories.properties().forEach(entry -> renamed.set(today(entry.getKey()), entry.getValue()));
        return renamed;
    }

    private static String today(String spelling) {
        return Category.VOCABULARY.find(spelling).map(Category::key).orElse(spelling);
    }
}
