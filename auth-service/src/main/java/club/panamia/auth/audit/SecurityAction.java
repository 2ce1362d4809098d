package club.panamia.auth.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the trail knows of; its wire form is kebab-case. */
public enum SecurityAction {
    SIGNED_IN,
    SESSION_ENDED,
    SESSIONS_ENDED,
    ACCOUNT_LINKED,
    ACCOUNT_UNLINKED,
    SCREENNAME_CHANGED,
    /** By ops-service, as the next one. */
    EMAIL_CHANGED,
    EMAIL_CHANGE_UNDONE,
    RECORD_READ,
    ACCOUNT_LOCKED,
    ACCOUNT_UNLOCKED,
    ADMIN_GRANTED,
    ADMIN_REVOKED,
    ADMINISTRATION_REFUSED,
    EXPORT_REQUESTED,
    EXPORT_READ,
    AFFILIATE_TERMS_ACCEPTED,
    DELETION_REFUSED,
    ACCOUNT_DELETED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SecurityAction of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
