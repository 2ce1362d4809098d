package club.panamia.auth.oauth.grant;

import club.panamia.auth.oauth.Client;
import club.panamia.auth.oauth.Form;
import io.smallrye.mutiny.Uni;

/** What can be turned into a token; one bean for each. */
interface Grant {

    /** As {@code grant_type} names it. */
    String type();

    /** As a registration names it. */
    default String registeredAs() {
        return type();
    }

    Uni<IssuedToken> issue(Client client, Form form);
}
