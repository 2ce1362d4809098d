package club.panamia.dev.smoke;

import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.SuiteSettings;
import java.io.PrintStream;

/** The whole journey of a person through the suite, over HTTP and SQL as people, admins and sidecar apps meet it. */
public final class Smoke {

    private final PrintStream out;
    private final Steps steps;
    private final SignIn signIn;
    private final ProfileReview review;
    private final SharedArticle article;
    private final BookedSession session;
    private final OwnVoice voice;
    private final ShownAndAsked shown;
    private final SignedInEverywhere everywhere;
    private final SidecarContract sidecars;
    private final Correspondence correspondence;
    private final Leaving leaving;

    public Smoke(SuiteSettings settings, PrintStream out) {
        this.out = out;
        this.steps = new Steps(out);
        var frontDoor = settings.frontDoorUrl();
        // A mark of its own for each run, so that the journey can be played again on a database that was kept.
        var mark = Long.toString(System.currentTimeMillis(), 36);
        var ana = new Person("ana-%s@example.org".formatted(mark), frontDoor);
        var bob = new Person("bob-%s@example.org".formatted(mark), frontDoor);
        var rio = new Person("rio-%s@example.org".formatted(mark), frontDoor);
        var admin = new Person(SuiteSettings.ADMIN_EMAIL, frontDoor);
        signIn = new SignIn(ana, "ana-" + mark);
        review = new ProfileReview(ana, bob, admin, mark);
        article = new SharedArticle(ana, bob, rio, admin, mark);
        session = new BookedSession(ana, "ana-" + mark, rio, bob);
        voice = new OwnVoice(ana, rio, admin, mark);
        shown = new ShownAndAsked(ana, rio, mark);
        everywhere = new SignedInEverywhere(ana, bob);
        sidecars = new SidecarContract(
                ana,
                new SidecarApp(settings.urls().of(DatabaseUrls.SIDECAR)),
                new SidecarApp(settings.urls().of(DatabaseUrls.TRUSTED_SIDECAR)),
                settings.urls().pooled() ? "through the pooler" : "directly");
        correspondence = new Correspondence(
                new Person("eva-%s@example.org".formatted(mark), frontDoor),
                new Person("eva-new-%s@example.org".formatted(mark), frontDoor),
                admin,
                mark);
        leaving = new Leaving(bob, new SidecarApp(settings.urls().direct(DatabaseUrls.SUPERUSER)));
    }

    /** Plays all of it; false as soon as a step did not hold. */
    public boolean play() {
        try {
            signIn.play(steps);
            review.play(steps);
            article.play(steps);
            session.play(steps);
            voice.play(steps);
            shown.play(steps);
            article.playDiscussion(steps);
            everywhere.playWhileSignedIn(steps);
            sidecars.play(steps);
            session.playTheSession(steps);
            everywhere.playSignOut(steps);
            steps.step("the trusted sidecar no longer finds the session either", sidecars::sessionIsGone);
            correspondence.play(steps);
            leaving.play(steps);
            out.printf("smoke: %d passed, 0 failed%n", steps.passed());
            return true;
        } catch (RuntimeException e) {
            out.println("    " + e.getMessage());
            out.printf("smoke: %d passed, 1 failed%n", steps.passed());
            return false;
        }
    }
}
