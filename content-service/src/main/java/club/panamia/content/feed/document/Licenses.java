package club.panamia.content.feed.document;

/** Where the text of a licence is. */
final class Licenses {

    private Licenses() {}

    static String address(String label) {
        return switch (label) {
            case "cc-by-sa-4" -> "https://creativecommons.org/licenses/by-sa/4.0/";
            case "cc-0" -> "https://creativecommons.org/publicdomain/zero/1.0/";
            default -> "https://creativecommons.org/licenses/by/4.0/";
        };
    }
}
