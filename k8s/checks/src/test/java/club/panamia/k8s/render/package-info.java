/** What kubectl makes of the folders, as trees that checks can read. */
@NullMarked
package club.panamia.k8s.render;

import org.jspecify.annotations.NullMarked;
