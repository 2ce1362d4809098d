package club.panamia.content.state;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody is to an article; nobody is two of these to the same one. */
public enum Part {
    AUTHOR("author"),
    CO_AUTHOR("coauthor"),
    /** Was asked to be a co-author and has not answered. */
    INVITED("invited"),
    REVIEWER("reviewer"),
    /** Moderates content, and has no other part in it. */
    MODERATOR("moderator"),
    READER("reader");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** A moderator knows of what has left its authors' hands, a reader of what is published. */
    public boolean knowsOf(Status status) {
        return switch (this) {
            case AUTHOR, CO_AUTHOR, INVITED, REVIEWER -> true;
            case MODERATOR -> status != Status.DRAFT;
            case READER -> status == Status.PUBLISHED;
        };
    }

    /** Whether somebody with this part sees more of it than its readers. */
    public boolean isInside(Status status) {
        return this != READER && knowsOf(status);
    }

    public boolean writes() {
        return this == AUTHOR || this == CO_AUTHOR;
    }

    @JsonValue
    public String label() {
        return label;
    }
}
