/** What a service holds on people, told once: for the copy that a person may ask for, and for the day they leave. */
@NullMarked
package club.panamia.kernel.personal;

import org.jspecify.annotations.NullMarked;
