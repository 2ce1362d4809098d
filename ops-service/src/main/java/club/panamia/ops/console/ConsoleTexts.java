package club.panamia.ops.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the control room; both languages are in {@code messages/console….properties}. */
@MessageBundle(value = "console", locale = "en")
public interface ConsoleTexts {

    @Message
    String language();

    @Message
    String title();

    @Message
    String now();

    @Message
    String people();

    @Message
    String locked();

    @Message
    String openSessions();

    @Message
    String posts();

    @Message
    String spared();

    @Message
    String profiles();

    @Message
    String articles();

    @Message
    String mentoring();

    @Message
    String deliveries();

    @Message
    String newsletter();

    @Message
    String messages();

    @Message
    String mails();

    @Message
    String lately();

    @Message
    String reports();

    @Message
    String none();

    @Message
    String noReports();

    @Message
    String what();

    @Message
    String reason();

    @Message
    String words();

    @Message
    String since();

    @Message
    String settle();

    @Message
    String uphold();

    @Message
    String dismiss();

    @Message
    String hosts();

    @Message
    String noHosts();

    @Message
    String domain();

    @Message
    String retrying();

    @Message
    String parked();

    @Message
    String sent();

    @Message
    String said();

    @Message
    String remedy();

    @Message
    String takesOthers();

    @Message
    String takesNone();

    @Message
    String quotas();

    @Message
    String noQuotas();

    @Message
    String provider();

    @Message
    String left();

    @Message
    String resets();

    @Message
    String events();

    @Message
    String service();

    @Message
    String event();

    @Message
    String attempts();

    @Message
    String error();

    @Message
    String again();

    @Message
    String replay();

    @Message
    String jobs();

    @Message
    String job();

    @Message
    String how();

    @Message
    String done();

    @Message
    String ever();

    @Message
    String lastRan();

    @Message
    String never();

    @Message
    String due();

    @Message
    String trail();

    @Message
    String actor();

    @Message
    String subject();

    @Message
    String action();

    @Message
    String search();

    @Message
    String house();

    @Message
    String nothingFound();

    @Message
    String older();

    @Message
    String letters();

    @Message
    String letter();

    @Message
    String read();

    @Message
    String exports();

    @Message
    String exportOfMessages();

    @Message
    String exportOfReaders();

    @Message
    String exportOfReports();

    @Message
    String exportOfTrail();

    @Message
    String runNow();

    @Message
    String run();

    @Message
    String runs();

    @Message
    String well();

    @Message
    String drawn(String name, long total);

    @Message
    String failed(String error);

    @Message
    String leftOf(int left, int most);

    /** A state, a reason or a thing that grows, by its name in the API. */
    @Message
    String word(String name);
}
