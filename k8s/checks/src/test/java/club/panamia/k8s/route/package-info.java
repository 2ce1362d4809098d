/** The one routes file in the words of Kubernetes. */
@NullMarked
package club.panamia.k8s.route;

import org.jspecify.annotations.NullMarked;
