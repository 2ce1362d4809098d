package club.panamia.mentoring.intake;

import club.panamia.mentoring.form.FormType;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A form, for the one who fills it in. */
@Schema(description = "A form of mine")
record FormView(
        @Schema(required = true) FormType type,
        @Nullable String name,
        @Schema(required = true, description = "Handed in") boolean complete,
        @Nullable Instant completedAt,

        @Schema(required = true, type = SchemaType.OBJECT, description = "Its fields")
        Map<String, Object> data,

        @Schema(
                required = true,
                type = SchemaType.OBJECT,
                description = "For each consent: whether it is given, since when, and the version of the words")
        Map<String, Map<String, Object>> consents,

        @Schema(required = true) int version) {

    static RestResponse<FormView> answer(IntakeForm form) {
        var view = new FormView(
                form.formType, form.name, form.complete, form.completedAt, form.data(), form.consents(), form.version);
        return ResponseBuilder.ok(view).tag(String.valueOf(form.version)).build();
    }
}
