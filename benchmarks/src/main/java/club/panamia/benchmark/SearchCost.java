package club.panamia.benchmark;

/**
 * What one kind of search took from one server.
 *
 * @param cpuMicros application CPU per request under saturation
 * @param perSecond requests answered per second under saturation, generator and database on the same machine
 * @param databaseMillis how long the database was at work per request, asked steadily
 * @param p50 milliseconds, open loop
 */
record SearchCost(
        double cpuMicros, double perSecond, double databaseMillis, double p50, double p95, double p99, int failures) {}
