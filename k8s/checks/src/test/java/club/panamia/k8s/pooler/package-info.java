/** The settings of the poolers, as they are rendered. */
@NullMarked
package club.panamia.k8s.pooler;

import org.jspecify.annotations.NullMarked;
