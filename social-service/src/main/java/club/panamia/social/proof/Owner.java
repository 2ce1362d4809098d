package club.panamia.social.proof;

import club.panamia.social.wire.Host;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whom a page has to link to.
 *
 * @param uri the actor's id
 * @param page about them, where they have one
 */
record Owner(String uri, @Nullable String page) {

    /**
     * Their page, on the server of their id alone and however its letters are written, or their id, which is written in one way;
     * either with or without a slash at its end.
     */
    boolean isAt(String address) {
        var there = plain(address);
        return there.equals(plain(uri)) || (Host.isSame(uri, page) && there.equalsIgnoreCase(plain(page)));
    }

    /** The name of a server has no case. */
    private static String plain(@Nullable String address) {
        return Host.of(address)
                .map(host -> plain(host, URI.create(String.valueOf(address))))
                .orElse("");
    }

    private static String plain(String host, URI address) {
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var fragment = address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
        var place = address.getScheme() + "://" + host + address.getRawPath() + query + fragment;
        return place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
    }
}
