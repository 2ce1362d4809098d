package club.panamia.social.discovery;

import static club.panamia.social.discovery.DiscoveryProblem.NO_RESOURCE;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.home.Home;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a WebFinger question is about: a name here, or an actor's id.
 *
 * @param byId whether {@code key} is the id
 */
record Sought(String key, boolean byId) {

    /** This server itself, which is called as it is addressed. */
    static final Sought INSTANCE = new Sought("instance", true);

    private static final Pattern HANDLE = Pattern.compile("(?:acct:)?@?([^@\\s/:]{1,128})@([^@\\s/]{1,253})");

    /** {@code acct:name@host}, also without the scheme, the actor's id or the address of its page. */
    static Sought in(@Nullable String resource, Home home) {
        if (resource == null || resource.isBlank()) {
            throw NO_RESOURCE.because("Ask with ?resource=acct:name@" + home.domain());
        }
        var handle = HANDLE.matcher(resource);
        if (handle.matches()) {
            return ofHandle(handle.group(1), handle.group(2), home);
        }
        var ids = home.actor("");
        if (resource.startsWith(ids)) {
            return new Sought(resource.substring(ids.length()).replaceFirst("/$", ""), true);
        }
        if (resource.equals(home.instance())) {
            return INSTANCE;
        }
        var pages = home.profile("");
        if (resource.startsWith(pages)) {
            return new Sought(resource.substring(pages.length()).replaceFirst("/$", ""), false);
        }
        if (resource.startsWith("http://") || resource.startsWith("https://")) {
            throw CommonProblem.NOT_FOUND.because("That is not an address of this server.");
        }
        throw NO_RESOURCE.because("The resource is neither acct:name@host nor an address.");
    }

    private static Sought ofHandle(String name, String host, Home home) {
        if (!host.equalsIgnoreCase(home.domain()) && !host.equalsIgnoreCase(home.host())) {
            throw CommonProblem.NOT_FOUND.because("That is not a name of this server.");
        }
        return name.equalsIgnoreCase(home.domain()) ? INSTANCE : new Sought(name, false);
    }
}
