/** Where everything is: folders, ports, secrets, and the file that tells others. */
@NullMarked
package club.panamia.dev.layout;

import org.jspecify.annotations.NullMarked;
