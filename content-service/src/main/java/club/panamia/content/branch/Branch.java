package club.panamia.content.branch;

import club.panamia.content.wording.ArticleDraft;

/** A save that came too late: what its writer had before them, and what they made of it. */
record Branch(ArticleDraft base, ArticleDraft mine) {

    /** Both what its writer changed and what others changed meanwhile. */
    Merge into(ArticleDraft now) {
        return Merge.of(this, now);
    }
}
