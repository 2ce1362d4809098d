/** What a request costs. Each benchmark is one small class here, and a route of the same name in {@code peer/routes}. */
@NullMarked
package club.panamia.benchmark;

import org.jspecify.annotations.NullMarked;
