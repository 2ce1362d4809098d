/** The newsletter: asked for, confirmed by mail, changed and left; with a receipt of each. */
@NullMarked
package club.panamia.ops.newsletter;

import org.jspecify.annotations.NullMarked;
