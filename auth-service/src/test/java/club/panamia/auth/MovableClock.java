package club.panamia.auth;

import club.panamia.testing.time.ClockAhead;
import jakarta.inject.Singleton;

/** The service's time in tests. */
@Singleton
public class MovableClock extends ClockAhead {}
