/** A rollout lived through: real services, real poolers, under load. */
@NullMarked
package club.panamia.k8s.rollout;

import org.jspecify.annotations.NullMarked;
