/** Pictures as people, their cameras and their enemies make them. */
@NullMarked
package club.panamia.testing.media;

import org.jspecify.annotations.NullMarked;
