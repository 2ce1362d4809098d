package club.panamia.profile.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record that holds to every limit.
 *
 * @param email as it will be stored
 * @param fields in today's names and spellings, as {@link ProfileFiles} writes them
 */
record Newcomer(int line, String email, ObjectNode fields) {}
