package club.panamia.social.actor;

import org.jspecify.annotations.Nullable;

/** What a profile says of its person in plain text, as the HTML that an actor's summary is. */
final class Biography {

    private Biography() {}

    static @Nullable String html(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var escaped = escape(text.strip());
        return "<p>" + escaped.replaceAll("\\R{2,}", "</p><p>").replaceAll("\\R", "<br>") + "</p>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
