package club.panamia.kernel.problem;

/** Marks a {@code @BeanParam}: what is wrong in it stands in the query, not in the body, and is named without a slash. */
public interface QueryBean {}
