package club.panamia.social.file;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a file is for those who look or listen. */
public enum MediaKind {
    @JsonProperty("image")
    IMAGE("image"),
    @JsonProperty("audio")
    AUDIO("audio"),
    @JsonProperty("video")
    VIDEO("video");

    private final String label;

    MediaKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
