package club.panamia.auth.user;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As whom somebody is here: hybrid is an owner of a business who writes for themselves, other an organisation. */
@Schema(enumeration = {"personal", "small_business", "hybrid", "other"})
public enum AccountType {
    PERSONAL("personal"),
    SMALL_BUSINESS("small_business"),
    HYBRID("hybrid"),
    OTHER("other");

    @EnumeratedValue
    @JsonValue
    public final String label;

    AccountType(String label) {
        this.label = label;
    }
}
