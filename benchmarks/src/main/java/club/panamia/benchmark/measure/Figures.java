package club.panamia.benchmark.measure;

/**
 * What was measured of one server.
 *
 * @param cpuMicros application CPU per request under saturation, all of the process' threads and timers included
 * @param perSecond requests answered per second under saturation, generator and database on the same machine
 * @param statements per request, by the database's count of transactions; without a database 0
 * @param p95 milliseconds at 100 requests per second, open loop
 * @param p99 likewise
 */
public record Figures(double cpuMicros, double perSecond, double statements, double p95, double p99, int failures) {}
