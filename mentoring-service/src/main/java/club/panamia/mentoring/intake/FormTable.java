package club.panamia.mentoring.intake;

import club.panamia.kernel.csv.Csv;
import club.panamia.mentoring.form.FormField;
import club.panamia.mentoring.form.FormSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Forms of one kind as comma-separated values (RFC 4180), in which nothing runs as a formula. */
record FormTable(FormSchema schema, List<FormCard> forms) {

    private static final String PRIVATE = "backgroundEthnicity";
    private static final List<String> FIRST = List.of("id", "name", "email", "completedAt");

    String text() {
        var head = new ArrayList<>(FIRST);
        head.addAll(fields());
        return Csv.line(head)
                + forms.stream().map(form -> Csv.line(cells(form))).collect(Collectors.joining());
    }

    private List<String> cells(FormCard form) {
        var cells = new ArrayList<>(List.of(form.id(), text(form.name()), form.email(), text(form.completedAt())));
        fields().forEach(field -> cells.add(text(said(form, field))));
        return cells;
    }

    private static @Nullable Object said(FormCard form, String field) {
        return form.data().get("consents") instanceof Map<?, ?> consents
                        && consents.get(field) instanceof Map<?, ?> consent
                ? consent.get("given")
                : form.data().get(field);
    }

    private List<String> fields() {
        return schema.fields().stream()
                .map(FormField::name)
                .filter(name -> !name.equals(PRIVATE))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining("; "));
            default -> value.toString();
        };
    }
}
