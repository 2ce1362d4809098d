package club.panamia.social.discovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** How this server introduces itself to others. Every name stands in docs/operations.md. */
@ConfigMapping(prefix = "pana.introduction")
public interface Introduction {

    @WithDefault("Pana MIA Club")
    String name();

    @WithDefault("A community of people in Miami and their friends")
    String description();

    /** Whom other servers' administrators write to: a mail address. */
    Optional<String> contact();

    /** Where the source is read. */
    Optional<String> repository();

    /** The free part of NodeInfo, as most servers fill it in. */
    default JsonObject metadata() {
        var metadata = new JsonObject().put("nodeName", name()).put("nodeDescription", description());
        contact().ifPresent(address -> metadata.put("maintainer", new JsonObject().put("email", address)));
        return metadata;
    }
}
