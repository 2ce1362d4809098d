package club.panamia.ops.job;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * A piece of recurring work.
 *
 * @param name kebab-case, of its row, its setting and its address
 * @param step does a bounded part of what is due and says how much that was: it is called again until it was nothing, maybe by
 *     another process
 */
public record Job(String name, Supplier<Uni<Integer>> step) {}
