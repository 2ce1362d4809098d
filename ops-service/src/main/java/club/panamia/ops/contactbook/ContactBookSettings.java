package club.panamia.ops.contactbook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** Whether a contact book is kept, and by which numbers it knows our lists. Every name stands in docs/operations.md. */
@ConfigMapping(prefix = "pana.contacts")
public interface ContactBookSettings {

    @WithDefault("none")
    String provider();

    Lists lists();

    /** By the rule that puts somebody on them. */
    interface Lists {

        /** Everybody. */
        OptionalInt website();

        /** Who reads the newsletter. */
        OptionalInt newsletter();

        /** Who has written to us. */
        OptionalInt contact();

        /** Who has a profile. */
        OptionalInt profile();
    }
}
