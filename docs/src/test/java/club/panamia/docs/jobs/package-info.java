/** The tables of jobs against the code that runs them. */
@NullMarked
package club.panamia.docs.jobs;

import org.jspecify.annotations.NullMarked;
