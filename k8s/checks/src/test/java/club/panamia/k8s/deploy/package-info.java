/** The order of a deployment. */
@NullMarked
package club.panamia.k8s.deploy;

import org.jspecify.annotations.NullMarked;
