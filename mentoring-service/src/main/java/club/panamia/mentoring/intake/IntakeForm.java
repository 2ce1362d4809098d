package club.panamia.mentoring.intake;

import static club.panamia.mentoring.form.FormProblem.HANDED_IN;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.id.SortableId;
import club.panamia.kernel.identity.Actor;
import club.panamia.mentoring.form.FormSchema;
import club.panamia.mentoring.form.FormType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody says of what they do. It is written as a draft, and changed no more once it is handed in. */
@Entity
@Table(name = "intake_forms")
@DynamicUpdate
class IntakeForm {

    private static final String CONSENTS = "consents";
    private static final String SCHEMA_VERSION = "schemaVersion";

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    /** Whose it is, as long as nobody has proven the address. */
    @Column(columnDefinition = "text", updatable = false)
    String email = "";

    @Nullable
    @Column(name = "user_id", columnDefinition = "text")
    String userId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(name = "form_type", columnDefinition = "intake_form_type", updatable = false)
    FormType formType = FormType.ART;

    @Nullable
    @Column(columnDefinition = "text")
    String name;

    boolean complete;

    @Nullable
    @Column(name = "completed_at")
    Instant completedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "form_data")
    Map<String, Object> formData = new HashMap<>();

    protected IntakeForm() {}

    static IntakeForm of(FormType type, Actor owner, String address) {
        var form = new IntakeForm();
        form.formType = type;
        form.email = address;
        form.userId = owner.userId();
        return form;
    }

    /** It was written without an account, by somebody who has proven the address since. */
    void belongsTo(Actor owner) {
        userId = owner.userId();
    }

    /** Writes all of it anew; consents keep the time at which they were given, as long as they stay as they are. */
    void write(FormDraft draft, FormSchema schema, Instant now) {
        requireOpen();
        var data = draft.data();
        schema.require(data);
        var stored = new HashMap<String, Object>();
        data.forEach((field, value) -> {
            if (!schema.consents().contains(field)) {
                stored.put(field, value);
            }
        });
        stored.put(CONSENTS, consents(data, schema, now));
        stored.put(SCHEMA_VERSION, FormSchema.VERSION);
        formData = stored;
        name = draft.name();
    }

    HandedIn handIn(FormSchema schema, Instant now) {
        requireOpen();
        schema.requireWhole(data());
        complete = true;
        completedAt = now;
        return new HandedIn(id, formType.label(), userId);
    }

    /** Somebody who looks after forms lets it be changed once more. */
    void reopen() {
        complete = false;
        completedAt = null;
    }

    /** The fields as they were said, consents among them. */
    Map<String, Object> data() {
        var said = new HashMap<>(formData);
        said.remove(SCHEMA_VERSION);
        said.remove(CONSENTS);
        consents().forEach((field, consent) -> said.put(field, consent.get("given")));
        return said;
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> consents() {
        return formData.get(CONSENTS) instanceof Map<?, ?> given ? (Map<String, Map<String, Object>>) given : Map.of();
    }

    private Map<String, Object> consents(Map<String, Object> data, FormSchema schema, Instant now) {
        var consents = new HashMap<String, Object>();
        for (var field : schema.consents()) {
            var given = data.get(field);
            if (given != null) {
                consents.put(field, consent(consents().get(field), given, now));
            }
        }
        return consents;
    }

    private static Map<String, Object> consent(@Nullable Map<String, Object> before, Object given, Instant now) {
        return before != null && given.equals(before.get("given")) && FormSchema.CONSENT_TEXT.equals(before.get("text"))
                ? before
                : Map.of("given", given, "at", now.toString(), "text", FormSchema.CONSENT_TEXT);
    }

    private void requireOpen() {
        if (complete) {
            throw HANDED_IN.because("What is handed in is changed no more.");
        }
    }

    /** What others hear: whose form of which kind, and nothing of what is in it. */
    record HandedIn(
            String formId, String formType, @Nullable String userId) implements DomainEvent {

        @Override
        public String type() {
            return "mentoring.form.handed-in";
        }
    }
}
