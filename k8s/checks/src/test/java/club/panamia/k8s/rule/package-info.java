/** What must fit together, and the sums that must come out; each check is shown a fault that it must see. */
@NullMarked
package club.panamia.k8s.rule;

import org.jspecify.annotations.NullMarked;
