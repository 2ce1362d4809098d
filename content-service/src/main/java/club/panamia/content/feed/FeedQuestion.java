package club.panamia.content.feed;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Which feed somebody asks for, and which state of it they know. */
class FeedQuestion {

    @RestPath
    String format = "";

    @RestHeader("If-None-Match")
    @Nullable
    String ifNoneMatch;

    @RestHeader("If-Modified-Since")
    @Nullable
    String ifModifiedSince;

    Format format() {
        return Format.of(format);
    }

    boolean knows(FeedState state) {
        return state.isKnown(ifNoneMatch, ifModifiedSince);
    }
}
