package club.panamia.engagement.list.content;

import java.util.List;

/**
 * A line of CSV, which may go on over several lines of text.
 *
 * @param number of the line of text where it begins, from 1
 * @param whole whether its quotes are closed where they should be
 */
record CsvLine(int number, List<String> cells, boolean whole) {}
