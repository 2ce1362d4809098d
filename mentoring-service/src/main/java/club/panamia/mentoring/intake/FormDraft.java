package club.panamia.mentoring.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All of a form. */
@Schema(description = "All of a form")
record FormDraft(
        @Nullable
        @Size(max = 100)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
        @Schema(description = "Of the person or business")
        String name,

        @Schema(required = true, type = SchemaType.OBJECT, description = "Its fields, as its kind's JSON Schema says")
        @NotNull
        @Size(max = 60)
        Map<String, Object> data) {

    FormDraft {
        if (data != null) {
            data = new HashMap<>(data);
            data.values().removeIf(Objects::isNull);
        }
    }
}
