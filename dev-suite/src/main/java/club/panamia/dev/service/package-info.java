/** The seven services as processes: how each is started, and when it is ready. */
@NullMarked
package club.panamia.dev.service;

import org.jspecify.annotations.NullMarked;
