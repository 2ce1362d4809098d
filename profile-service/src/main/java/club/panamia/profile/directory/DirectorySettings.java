package club.panamia.profile.directory;

import io.smallrye.config.ConfigMapping;

/** How much the directory answers. */
@ConfigMapping(prefix = "pana.directory")
public interface DirectorySettings {

    /** How often one person, or one address of somebody who is not signed in, may search in a minute. */
    int perMinute();
}
