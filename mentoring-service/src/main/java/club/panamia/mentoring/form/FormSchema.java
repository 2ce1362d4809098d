package club.panamia.mentoring.form;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.problem.Problem;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a form of a kind may and must say. */
public record FormSchema(FormType type, List<FormField> fields) {

    /** Raised whenever a field or a word comes or goes; what is stored says by which it was written. */
    public static final int VERSION = 1;

    /** The words of what people consent to, which the front end shows. */
    public static final String CONSENT_TEXT = "2026-11";

    public static FormSchema of(FormType type) {
        return new FormSchema(type, FormFields.of(type));
    }

    /** Refuses what is not of this kind of form; a draft lacks what it likes. */
    public void require(Map<String, Object> data) {
        var names = fields.stream().map(FormField::name).collect(Collectors.toSet());
        refuse(
                data.keySet().stream().filter(key -> !names.contains(key)).toList(),
                "is no field of this form",
                "A form has its fields and no others.");
        var wrong = fields.stream()
                .filter(field -> data.containsKey(field.name()) && !field.takes(data.get(field.name())))
                .toList();
        if (!wrong.isEmpty()) {
            var problem = INVALID.because("Not every field says what it can say.");
            wrong.forEach(
                    field -> problem.at(pointer(field.name()), field.kind().wanted()));
            throw problem;
        }
    }

    /** Refuses a form that is not all filled in. */
    public void requireWhole(Map<String, Object> data) {
        refuse(
                fields.stream()
                        .filter(FormField::required)
                        .map(FormField::name)
                        .filter(name -> data.get(name) == null || FormField.isEmpty(data.get(name)))
                        .toList(),
                "is needed before the form is handed in",
                "The form is not all filled in.");
    }

    public Set<String> consents() {
        return names(FieldKind.CONSENT);
    }

    public Set<String> images() {
        return names(FieldKind.IMAGE);
    }

    /** JSON Schema, draft 2020-12, of what is handed in. */
    JsonObject json() {
        var properties = new JsonObject();
        fields.forEach(field -> properties.put(field.name(), field.schema()));
        return new JsonObject()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Intake form: " + type.label())
                .put("version", VERSION)
                .put("consentText", CONSENT_TEXT)
                .put("type", "object")
                .put("properties", properties)
                .put(
                        "required",
                        fields.stream()
                                .filter(FormField::required)
                                .map(FormField::name)
                                .toList())
                .put("additionalProperties", false);
    }

    private Set<String> names(FieldKind kind) {
        return fields.stream()
                .filter(field -> field.kind() == kind)
                .map(FormField::name)
                .collect(Collectors.toSet());
    }

    private static void refuse(List<String> names, String fault, String detail) {
        if (!names.isEmpty()) {
            Problem problem = INVALID.because(detail);
            names.forEach(name -> problem.at(pointer(name), fault));
            throw problem;
        }
    }

    /** RFC 6901, section 3. */
    private static String pointer(String name) {
        return "/data/" + name.replace("~", "~0").replace("/", "~1");
    }
}
