/** The settings of the poolers, and a real one that runs on them. */
@NullMarked
package club.panamia.k8s.pooler;

import org.jspecify.annotations.NullMarked;
