package club.panamia.mentoring.catalogue;

import club.panamia.mentoring.state.SessionType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of session, in English. */
@Schema(description = "A kind of session")
record SessionTypeView(
        @Schema(required = true) SessionType value,
        @Schema(required = true) String label,
        @Schema(required = true) String purpose,

        @Schema(required = true, description = "Whether it is free whatever the mentor takes")
        boolean alwaysFree) {

    static SessionTypeView of(SessionType type) {
        return switch (type) {
            case ARTISTIC ->
                new SessionTypeView(
                        type, "Artistic consultation", "Feedback on creative work: poems, art, music, writing", false);
            case KNOWLEDGE_TRANSFER ->
                new SessionTypeView(type, "Knowledge transfer", "Business, career and technical skills", false);
            case PANAMIA_PLANNING ->
                new SessionTypeView(type, "Pana MIA planning", "Planning and coordination for the community", true);
            case PANA_SUPPORT ->
                new SessionTypeView(type, "Pana support", "Company and support among peers; not therapy", false);
        };
    }
}
