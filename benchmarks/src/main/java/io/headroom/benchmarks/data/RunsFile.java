package io.headroom.benchmarks.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs as {@code allocate} writes them: columns {@code series,step,demand,ready,paid}, the steps of a series in order. Immutable and
 * thread-safe.
 *
 * @param runs the steps of each series by name
 */
public record RunsFile(Map<String, List<Step>> runs) {
    /**
     * One step of one series.
     *
     * @param demand demand of the step
     * @param ready units that served it
     * @param paid units that were paid for
     */
    public record Step(double demand, double ready, double paid) {}

    /** Copies the map. */
    public RunsFile {
        runs = Collections.unmodifiableMap(new TreeMap<>(runs));
    }

    /**
     * Reads a file, gzipped or plain.
     *
     * @param file the file
     * @return its runs
     * @throws BadInputException if the header is another one or a number is none or negative
     */
    public static RunsFile read(Path file) {
        Map<String, List<Step>> runs = new TreeMap<>();
        try (CsvInput rows = CsvInput.open(file)) {
            if (!rows.header().equals(List.of("series", "step", "demand", "ready", "paid"))) {
                throw new BadInputException(file + ": header '" + String.join(",", rows.header())
                        + "' must be series,step,demand,ready,paid");
            }
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                runs.computeIfAbsent(row.getField(0), name -> new ArrayList<>())
                        .add(new Step(
                                rows.number(row.getField(2), "demand"),
                                rows.number(row.getField(3), "ready"),
                                rows.number(row.getField(4), "paid")));
            }
        }
        return new RunsFile(runs);
    }
}
