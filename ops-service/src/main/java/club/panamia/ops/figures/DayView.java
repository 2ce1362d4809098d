package club.panamia.ops.figures;

import java.time.LocalDate;

/** How many were new on one day, in UTC. */
public record DayView(LocalDate day, long count) {}
