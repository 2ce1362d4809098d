package club.panamia.mentoring.form;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;

/** For whom a form is. */
public enum FormType {
    ART("art"),
    APPAREL("apparel"),
    FOOD("food"),
    GOODS("goods"),
    ORG("org"),
    SERVICES("services");

    @EnumeratedValue
    private final String label;

    FormType(String label) {
        this.label = label;
    }

    /** Public, like the enum: the API description is made by calling it. */
    @JsonValue
    public String label() {
        return label;
    }

    /** As paths and parameters say it. */
    public static FormType of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label.equals(label))
                .findFirst()
                .orElseThrow(() ->
                        FormProblem.NO_SUCH_TYPE.because("There are art, apparel, food, goods, org and services."));
    }
}
