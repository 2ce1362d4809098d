package club.panamia.auth.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A browser and a system as a person would name them, out of what the browser says of itself. Browsers call themselves each
 * other's names (Edge says Chrome, Chrome says Safari), so the first word that is found decides.
 */
record Device(@Nullable String browser, @Nullable String system) {

    private static final Map<String, String> BROWSERS = ordered(
            "Edg/",
            "Edge",
            "EdgA/",
            "Edge",
            "EdgiOS/",
            "Edge",
            "OPR/",
            "Opera",
            "OPT/",
            "Opera",
            "Vivaldi/",
            "Vivaldi",
            "YaBrowser/",
            "Yandex Browser",
            "DuckDuckGo/",
            "DuckDuckGo",
            "Ddg/",
            "DuckDuckGo",
            "SamsungBrowser/",
            "Samsung Internet",
            "FxiOS/",
            "Firefox",
            "Focus/",
            "Firefox Focus",
            "Firefox/",
            "Firefox",
            "CriOS/",
            "Chrome",
            "Instagram ",
            "Instagram",
            "FBAN/",
            "Facebook",
            "FBAV/",
            "Facebook",
            "HeadlessChrome/",
            "Headless Chrome",
            "Chromium/",
            "Chromium",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "CrOS",
            "ChromeOS",
            "Macintosh",
            "Mac",
            "Mac OS X",
            "Mac",
            "Linux",
            "Linux");

    static Device of(@Nullable String userAgent) {
        return userAgent == null
                ? new Device(null, null)
                : new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    /** As in: Firefox on Windows. */
    String label() {
        if (browser != null && system != null) {
            return browser + " on " + system;
        }
        return browser != null ? browser : system != null ? system : "Unknown device";
    }

    private static @Nullable String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> ordered(String... pairs) {
        var names = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
