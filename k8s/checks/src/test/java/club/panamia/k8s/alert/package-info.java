/** The alerts, tried on made-up time series by promtool. */
@NullMarked
package club.panamia.k8s.alert;

import org.jspecify.annotations.NullMarked;
