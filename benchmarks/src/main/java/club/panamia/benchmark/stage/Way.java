package club.panamia.benchmark.stage;

/** How services and peer reach PostgreSQL. */
public enum Way {
    DIRECT("direct, statement cache on", true),
    POOLED("through PgBouncer %s, statement cache off", false);

    private final String title;
    private final boolean cachesStatements;

    Way(String title, boolean cachesStatements) {
        this.title = title;
        this.cachesStatements = cachesStatements;
    }

    public String title(String poolerVersion) {
        return title.formatted(poolerVersion);
    }

    public boolean cachesStatements() {
        return cachesStatements;
    }
}
