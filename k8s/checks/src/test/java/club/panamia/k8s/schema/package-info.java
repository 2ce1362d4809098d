/** The cluster's schema, without a cluster. */
@NullMarked
package club.panamia.k8s.schema;

import org.jspecify.annotations.NullMarked;
