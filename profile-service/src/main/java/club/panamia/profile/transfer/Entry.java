package club.panamia.profile.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A record of a file, as far as it could be read.
 *
 * @param line where it begins
 * @param text as it stands in the file
 * @param fields what it says; empty where there are faults
 */
record Entry(int line, String text, ObjectNode fields, List<LineProblem> faults) {}
