package club.panamia.content.finding;

/** A piece of an article's text with marks around what was found. */
final class Highlight {

    /** Characters of no script: no text that people write holds them, and what does loses them here. */
    static final char BEGIN = '\uE000';

    static final char END = '\uE001';

    private Highlight() {}

    /** Everything but the marks is text. Marks come in pairs, whatever the text holds. */
    static String html(String marked) {
        var html = new StringBuilder(marked.length() + 32);
        var open = false;
        for (var i = 0; i < marked.length(); i++) {
            var character = marked.charAt(i);
            if (character == BEGIN && !open) {
                html.append("<mark>");
                open = true;
            } else if (character == END && open) {
                html.append("</mark>");
                open = false;
            } else if (character != BEGIN && character != END) {
                html.append(escaped(character));
            }
        }
        return open ? html.append("</mark>").toString() : html.toString();
    }

    private static String escaped(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> String.valueOf(character);
        };
    }
}
