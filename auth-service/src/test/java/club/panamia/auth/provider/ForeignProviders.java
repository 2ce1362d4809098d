package club.panamia.auth.provider;

import club.panamia.testing.http.Callers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The providers of the tests, found by the service loader: {@code real} and {@code wary} are one real OpenID provider, trusted and
 * not; the others are stubs that speak the providers' dialects; {@code down} does not answer, {@code mortal} only while a test
 * runs it, and {@code off} is switched off.
 */
public final class ForeignProviders implements QuarkusTestResourceLifecycleManager {

    private NodeProvider node;
    private StubProviders stubs;

    @Override
    public Map<String, String> start() {
        var port = NodeProvider.freePort();
        if (NodeProvider.isInstalled()) {
            node = NodeProvider.start(port, List.of(callback("real"), callback("wary")));
        }
        stubs = new StubProviders();
        var settings = new HashMap<String, String>();
        add(settings, "real", NodeProvider.url(port), "trusted");
        add(settings, "wary", NodeProvider.url(port), "verification-required");
        add(settings, "down", NodeProvider.url(NodeProvider.freePort()), "trusted");
        add(settings, "mortal", NodeProvider.url(NodeProvider.freePort()), "trusted");
        add(settings, "off", NodeProvider.url(port), "disabled");
        for (var kind : List.of("discord", "facebook", "wikimedia", "mastodon", "apple")) {
            add(settings, kind, stubs.url(kind), "trusted");
        }
        settings.put("pana.providers.real.label", "Real ID");
        settings.put("pana.providers.wary.label", "Wary ID");
        settings.put("pana.providers.apple.client-secret", StubProviders.APPLE_KEY);
        settings.put("pana.providers.apple.team-id", "TEAM");
        settings.put("pana.providers.apple.key-id", "KEY");
        return settings;
    }

    private static void add(Map<String, String> settings, String id, String server, String trust) {
        settings.put("pana.providers.%s.server".formatted(id), server);
        settings.put("pana.providers.%s.client-id".formatted(id), NodeProvider.CLIENT_ID);
        settings.put("pana.providers.%s.client-secret".formatted(id), NodeProvider.CLIENT_SECRET);
        settings.put("pana.providers.%s.trust".formatted(id), trust);
    }

    static String callback(String id) {
        return Callers.PUBLIC_URL + "/login/provider/" + id + "/callback";
    }

    @Override
    public void stop() {
        if (node != null) {
            node.close();
        }
        if (stubs != null) {
            stubs.close();
        }
    }
}
