/** The admission policies, evaluated as the API server does. */
@NullMarked
package club.panamia.k8s.policy;

import org.jspecify.annotations.NullMarked;
