package club.panamia.social.signature;

/** How a request is signed. */
public enum Form {
    /** draft-cavage-http-signatures-12, which nearly every server understands. */
    CAVAGE("cavage"),

    /** HTTP Message Signatures. */
    RFC9421("rfc9421");

    private final String label;

    Form(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public Form other() {
        return this == CAVAGE ? RFC9421 : CAVAGE;
    }

    public static Form of(String label) {
        return CAVAGE.label.equals(label) ? CAVAGE : RFC9421;
    }
}
