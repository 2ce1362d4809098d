package club.panamia.docs.parts;

import java.nio.file.Path;

/** A library that one of our programs is made of, by its Maven coordinates. */
record Part(String group, String artifact, String version) {

    private static final Path REPOSITORY = Path.of(System.getProperty("pana.repository"));

    /** Reads {@code group:artifact:…:version}; the order in between differs from tool to tool. */
    static Part of(String line) {
        var words = line.strip().split(":");
        return new Part(words[0], words[1], words[words.length - 1]);
    }

    boolean isOurs() {
        return group.equals("club.panamia");
    }

    String name() {
        return group + ":" + artifact;
    }

    /** Where Maven keeps what it downloaded; the licence stands there. */
    Path pom() {
        return REPOSITORY
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve("%s-%s.pom".formatted(artifact, version));
    }
}
