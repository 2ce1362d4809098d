package club.panamia.profile.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a person or a business.
 *
 * @param page where the profile is shown; names the person, too
 * @param picture the address of the picture that stands for them
 * @param business whether this is one, rather than a person
 */
record Card(
        String page,
        boolean business,
        String name,
        String screenname,
        @Nullable String fiveWords,
        @Nullable String details,
        List<String> words,
        @Nullable String locality,
        @Nullable String region,
        @Nullable String country,
        @Nullable String picture) {}
