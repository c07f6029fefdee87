package io.headroom.benchmarks.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.headroom.core.RegionPair;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Directed links of a network: columns {@code from}, {@code to}, one whose name begins with {@code capacity} and one whose name ends in
 * {@code weight}; others are left aside. Immutable and thread-safe.
 *
 * @param links the links by their ends
 */
public record LinksFile(Map<RegionPair, Link> links) {
    /**
     * One link.
     *
     * @param capacity what it carries, 0 or more
     * @param weight its length for routing, 0 or more
     */
    public record Link(double capacity, double weight) {}

    /** Copies the map. */
    public LinksFile {
        links = Collections.unmodifiableMap(new TreeMap<>(links));
    }

    /**
     * Reads a file, gzipped or plain.
     *
     * @param file the file
     * @return its links
     * @throws BadInputException if a column is missing, a number is none or negative, or a link is there twice
     */
    public static LinksFile read(Path file) {
        Map<RegionPair, Link> links = new TreeMap<>();
        try (CsvInput rows = CsvInput.open(file)) {
            int from = rows.header().indexOf("from");
            int to = rows.header().indexOf("to");
            int capacity = -1;
            int weight = -1;
            for (int i = 0; i < rows.header().size(); i++) {
                capacity = rows.header().get(i).startsWith("capacity") ? i : capacity;
                weight = rows.header().get(i).endsWith("weight") ? i : weight;
            }
            if (from < 0 || to < 0 || capacity < 0 || weight < 0) {
                throw new BadInputException(file + ": header '" + String.join(",", rows.header())
                        + "' must have the columns from, to, capacity... and ...weight");
            }
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                RegionPair ends = RegionPair.of(row.getField(from), row.getField(to));
                Link link = new Link(
                        rows.number(row.getField(capacity), "capacity"), rows.number(row.getField(weight), "weight"));
                if (links.put(ends, link) != null) {
                    throw rows.problem("link " + ends + " is there twice");
                }
            }
        }
        return new LinksFile(links);
    }
}
