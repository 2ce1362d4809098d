/** How images are made, as far as that can be tried without a builder of images. */
@NullMarked
package club.panamia.k8s.image;

import org.jspecify.annotations.NullMarked;
