package club.panamia.content.revision;

import club.panamia.content.wording.ArticleDraft;

/** A save that came too late: what the article would say, and which version it was meant to change. */
public record RefusedSave(String articleId, int version, ArticleDraft draft) {}
