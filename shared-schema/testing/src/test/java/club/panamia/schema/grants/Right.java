package club.panamia.schema.grants;

/** One right of one role on one column, or on a whole table. */
record Right(String role, String table, String verb, String column) {

    static final String WHOLE = "*";

    @Override
    public String toString() {
        return "%s %s %s(%s)".formatted(role, table, verb, column);
    }
}
