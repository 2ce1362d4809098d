package club.panamia.ops.emailchange;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.ops.page.Pages;
import java.util.Locale;

/** From which address to which, of whose account. */
record Change(String userId, String oldEmail, String newEmail, String localeTag) {

    /** An account has another address now. */
    record Made(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "ops.email.changed";
        }
    }

    /** An account has its former address again. */
    record Undone(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "ops.email.change-undone";
        }
    }

    Made made() {
        return new Made(userId);
    }

    Undone undone() {
        return new Undone(userId);
    }

    Locale locale() {
        return Pages.locale(localeTag);
    }
}
