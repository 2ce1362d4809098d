package club.panamia.social.upload;

import io.smallrye.config.ConfigMapping;

/** How much of the disk is a person's. */
@ConfigMapping(prefix = "pana.media")
interface QuotaSettings {

    /** In bytes, of all their files together. */
    long quota();
}
