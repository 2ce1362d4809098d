package club.panamia.profile.transfer;

import static club.panamia.profile.transfer.TransferProblem.OTHER_FILE;

import club.panamia.kernel.secret.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * Some records of a file, done in one transaction.
 *
 * @param from how many records stand before them
 * @param digest of all records up to the last of these
 * @param last whether the file ends with them
 */
record Batch(int from, List<Entry> entries, String digest, boolean last) {

    static final int SIZE = 100;

    /** What is left of a file; refused when the part that is done was another file's. */
    static List<Batch> after(Imports.Progress done, List<Entry> entries) {
        var digest = "";
        for (var entry : entries.subList(0, Math.min(done.records(), entries.size()))) {
            digest = Sha256.hex(digest + entry.text());
        }
        if (entries.size() < done.records() || !digest.equals(done.digest())) {
            throw OTHER_FILE.because("Send the file again that it began with, or choose another id.");
        }
        if (entries.isEmpty()) {
            return List.of(new Batch(0, entries, digest, true));
        }
        var batches = new ArrayList<Batch>();
        for (var from = done.records(); from < entries.size(); from += SIZE) {
            var some = entries.subList(from, Math.min(from + SIZE, entries.size()));
            for (var entry : some) {
                digest = Sha256.hex(digest + entry.text());
            }
            batches.add(new Batch(from, some, digest, from + SIZE >= entries.size()));
        }
        return batches;
    }

    int until() {
        return from + entries.size();
    }
}
