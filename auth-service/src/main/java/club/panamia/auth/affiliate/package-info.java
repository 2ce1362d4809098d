/** The affiliate programme's block of a person: a code and the acceptance of the terms. Points are engagement-service's. */
@NullMarked
package club.panamia.auth.affiliate;

import org.jspecify.annotations.NullMarked;
