package club.panamia.social.text;

import org.commonmark.node.CustomNode;

/** A name or a hashtag that leads somewhere. */
final class MarkedLink extends CustomNode {

    private final String href;
    private final String words;
    private final String marks;

    MarkedLink(String href, String words, String marks) {
        this.href = href;
        this.words = words;
        this.marks = marks;
    }

    String href() {
        return href;
    }

    String words() {
        return words;
    }

    /** Its classes. */
    String marks() {
        return marks;
    }
}
