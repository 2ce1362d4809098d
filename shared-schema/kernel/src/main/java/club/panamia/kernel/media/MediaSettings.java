package club.panamia.kernel.media;

import io.smallrye.config.ConfigMapping;

/** Where pictures are kept and how many are drawn at once. */
@ConfigMapping(prefix = "pana.media")
public interface MediaSettings {

    /** All replicas of a service must see the same folder. */
    String folder();

    int workers();
}
