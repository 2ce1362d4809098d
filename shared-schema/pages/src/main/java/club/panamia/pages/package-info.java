/** Pages about the schema, with an entity diagram, for a browser. */
@NullMarked
package club.panamia.pages;

import org.jspecify.annotations.NullMarked;
