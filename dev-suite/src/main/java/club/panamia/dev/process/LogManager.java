package club.panamia.dev.process;

/** Where the libraries' own log lines go: to JBoss' log manager, which must be named before anybody logs. */
public final class LogManager {

    private LogManager() {}

    public static void choose() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    }
}
