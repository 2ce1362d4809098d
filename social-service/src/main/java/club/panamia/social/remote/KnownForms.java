package club.panamia.social.remote;

import club.panamia.social.signature.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/** In which form servers want requests to be signed, of those that do not take the usual one; of those heard of last. */
final class KnownForms {

    private static final int MOST = 10_000;

    private final Map<String, Form> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Form> eldest) {
            return size() > MOST;
        }
    };

    synchronized Form of(String host) {
        return known.getOrDefault(host, Form.CAVAGE);
    }

    synchronized void remember(String host, Form form) {
        known.put(host, form);
    }
}
