package club.panamia.profile.transfer;

import club.panamia.profile.section.Address;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.ProfileContent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds each record to the limits that its owner would meet, too. */
@Singleton
class Judge {

    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s,\\p{C}]{1,64}@[^@\\s,\\p{C}]+\\.[^@\\s,.\\p{C}]{2,}");
    private static final int LONGEST_ADDRESS = 100;
    private static final int FAULTS_OF_ONE = 10;

    private final ObjectMapper json;
    private final Validator validator;

    Judge(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    Judgement of(List<Entry> entries) {
        var newcomers = new ArrayList<Newcomer>();
        var faults = new ArrayList<LineProblem>();
        for (var entry : entries) {
            if (entry.faults().isEmpty()) {
                judge(entry, faults).ifPresent(newcomers::add);
            } else {
                faults.addAll(entry.faults());
            }
        }
        return new Judgement(entries.size(), newcomers, faults);
    }

    private Optional<Newcomer> judge(Entry entry, List<LineProblem> faults) {
        var fields = entry.fields().deepCopy();
        Aliases.rename(fields);
        var email = fields.path("email").asText("").strip().toLowerCase(Locale.ROOT);
        var shown = fields.path("shown").asText("false").strip().toLowerCase(Locale.ROOT);
        fields.remove(List.of("email", "shown"));
        var before = faults.size();
        if (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches()) {
            faults.add(new LineProblem(entry.line(), "/email", "must be an e-mail address"));
        }
        if (!shown.equals("true") && !shown.equals("false")) {
            faults.add(new LineProblem(entry.line(), "/shown", "must be true or false"));
        }
        var content = content(entry.line(), fields, faults);
        return content.filter(valid -> faults.size() == before)
                .map(valid -> new Newcomer(entry.line(), email, written(valid, email, shown.equals("true"))));
    }

    private Optional<ProfileContent> content(int line, ObjectNode fields, List<LineProblem> faults) {
        try {
            var content = json.treeToValue(fields, ProfileContent.class);
            validator.validate(content).stream()
                    .map(violation -> new LineProblem(line, pointer(violation), violation.getMessage()))
                    .sorted(Comparator.comparing(LineProblem::path))
                    .limit(FAULTS_OF_ONE)
                    .forEach(faults::add);
            if (hasHalfAPlace(content.address())) {
                faults.add(new LineProblem(line, "/address", "must have both lat and lng, or neither"));
            }
            return Optional.of(content);
        } catch (JsonProcessingException fault) {
            faults.add(new LineProblem(line, pointer(fault), "is unknown or of the wrong kind"));
            return Optional.empty();
        }
    }

    private ObjectNode written(ProfileContent content, String email, boolean shown) {
        var fields = json.<ObjectNode>valueToTree(content);
        fields.put("email", email).put("shown", shown);
        fields.set("categories", json.<JsonNode>valueToTree(Category.VOCABULARY.chosen(content.categories())));
        fields.set("counties", json.<JsonNode>valueToTree(County.VOCABULARY.chosen(content.counties())));
        return fields;
    }

    private static boolean hasHalfAPlace(@Nullable Address address) {
        return address != null && (address.lat() == null) != (address.lng() == null);
    }

    private static String pointer(JsonProcessingException fault) {
        return fault instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + step.getFieldName())
                        .collect(Collectors.joining())
                : "";
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (var step : violation.getPropertyPath()) {
            if (step.getKey() != null) {
                pointer.append('/').append(step.getKey());
            }
            if (step.getName() != null && !step.getName().startsWith("<")) {
                pointer.append('/').append(step.getName());
            }
        }
        return pointer.toString();
    }
}
