package club.panamia.mentoring.note;

import club.panamia.kernel.secret.Sha256;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Notes of a session. */
@Schema(description = "Notes of a session")
record NoteView(
        @Schema(required = true) String content,

        @Schema(required = true, description = "Whether they can be changed now")
        boolean editable) {

    private static final int TAG_LENGTH = 32;

    static RestResponse<NoteView> answer(NoteView notes) {
        return ResponseBuilder.ok(notes).tag(notes.tag()).build();
    }

    /** Made of the text: nothing else that happens to the session makes somebody's version stale. */
    @JsonIgnore
    String tag() {
        return tag(content);
    }

    static String tag(String content) {
        return Sha256.hex(content).substring(0, TAG_LENGTH);
    }
}
