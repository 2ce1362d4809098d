/** Mail about what people have not read: when they want it, once, with everything in it that belongs together. */
@NullMarked
package club.panamia.engagement.mail;

import org.jspecify.annotations.NullMarked;
