package club.panamia.social.proof;

/** What became of asking for a page. */
enum Finding {
    LINKS_BACK,

    /** There is no such link, or no page that could hold one. */
    DOES_NOT,

    /** Nobody knows: its server does not answer at the moment. */
    UNKNOWN
}
