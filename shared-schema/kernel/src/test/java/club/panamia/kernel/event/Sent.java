package club.panamia.kernel.event;

import java.time.Instant;

/** An event as a feature would declare it. */
record Sent(String name, Instant at) implements DomainEvent {

    static final String TYPE = "kernel.parcel.sent";

    static Sent of(String name) {
        return new Sent(name, Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Override
    public String type() {
        return TYPE;
    }
}
