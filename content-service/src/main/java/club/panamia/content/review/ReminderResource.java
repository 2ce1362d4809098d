package club.panamia.content.review;

import static club.panamia.content.article.ArticleProblem.REMINDED_LATELY;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Reminding a reviewer who has not answered. */
@Path("/api/articles/{slug}/review/reminder")
@Tag(name = "Review")
class ReminderResource {

    private static final String LATELY = """
            SELECT EXISTS (SELECT FROM internal.article_history h
                            WHERE h.article_id = :article AND h.step IN ('review-requested', 'review-reminded')
                              AND h.created_at > now() - interval '3 days')
            """;

    private final Articles articles;
    private final Chronicle chronicle;
    private final CurrentActor caller;

    ReminderResource(Articles articles, Chronicle chronicle, CurrentActor caller) {
        this.articles = articles;
        this.chronicle = chronicle;
        this.caller = caller;
    }

    /** Three days after they were asked, or reminded, at the earliest. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(
            operationId = "remindReviewer",
            summary = "Remind the reviewer of an article of mine, or as a moderator of any")
    @APIResponse(responseCode = "204", description = "They are told once more")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(
            responseCode = "409",
            description = "reminded-lately: wait three days; article-in-wrong-state: no review is open")
    public Uni<RestResponse<Void>> remind(@RestPath String slug) {
        var actor = caller.actor();
        return articles.forChange(actor, slug)
                .call(article -> remind(actor, article))
                .replaceWith(RestResponse.noContent());
    }

    private Uni<Void> remind(Actor actor, Article article) {
        var step = article.reviewing(actor).remind();
        return requirePatience(article).chain(() -> chronicle.record(actor, step));
    }

    private static Uni<Void> requirePatience(Article article) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LATELY, Boolean.class)
                        .setParameter("article", article.id())
                        .getSingleResult())
                .invoke(ReminderResource::refuse)
                .replaceWithVoid();
    }

    private static void refuse(boolean lately) {
        if (lately) {
            throw REMINDED_LATELY.because("Wait three days.");
        }
    }
}
