/** What the packaged programs are made of, and under which licences. */
@NullMarked
package club.panamia.docs.parts;

import org.jspecify.annotations.NullMarked;
