package club.panamia.profile.transfer;

import java.util.List;

/** What became of some records: those that hold to every limit, and why the others do not. */
record Judgement(int records, List<Newcomer> newcomers, List<LineProblem> faults) {}
