package club.panamia.mentoring.session;

import club.panamia.mentoring.state.Part;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A part as it is stored. */
@Converter
class PartLabel implements AttributeConverter<Part, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Part part) {
        return part == null ? null : part.label();
    }

    @Override
    public @Nullable Part convertToEntityAttribute(@Nullable String label) {
        return label == null ? null : Part.of(label);
    }
}
