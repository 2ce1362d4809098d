package club.panamia.profile.geocode;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whom to ask where places are. */
@ConfigMapping(prefix = "pana.geocoder")
public interface GeocodeSettings {

    /** Of a service that answers as Nominatim does, without {@code /search}; none: nobody is asked. */
    Optional<URI> url();

    /** How often all replicas together may ask; Nominatim's public service allows one a second. */
    int perMinute();

    /** How long an answer holds. */
    Duration remembered();
}
