package club.panamia.auth.account;

import club.panamia.kernel.event.DomainEvent;

/** What happened to a person's ways in; of the account only the provider is told. */
sealed interface AccountEvent extends DomainEvent {

    /** From now on the person may sign in by it. */
    record Linked(String userId, String provider) implements AccountEvent {
        @Override
        public String type() {
            return "auth.account.linked";
        }
    }

    /** From now on the person cannot. */
    record Unlinked(String userId, String provider) implements AccountEvent {
        @Override
        public String type() {
            return "auth.account.unlinked";
        }
    }
}
