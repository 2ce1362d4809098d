package club.panamia.profile.geocode;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Somebody who knows where places are. */
interface Geocoder {

    /** The best match for an address in one line; nothing, if there is no such place. Fails with a problem when it cannot tell. */
    Uni<Optional<Place>> find(String address);
}
