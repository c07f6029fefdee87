package io.headroom.benchmarks.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** How the rows of an input file hold series; told from the header. */
public enum Layout {
    /** One value a row: columns {@code series}, {@code t} or {@code timestamp}, {@code value}; others are left aside. */
    LONG,
    /** One moment a row, {@code timestamp} first, then one column for each series. */
    WIDE_TIMESTAMP,
    /** One moment a row, {@code step} first, then one column for each series: the length of a step is unknown. */
    WIDE_STEP;

    /**
     * Tells the layout.
     *
     * @param header the fields of the first row
     * @return the layout; empty if it is none of them
     */
    static Optional<Layout> of(List<String> header) {
        boolean time = header.contains("t") || header.contains("timestamp");
        boolean distinct = new HashSet<>(header).size() == header.size();
        if (!distinct || header.size() < 2) {
            return Optional.empty();
        }
        if (header.contains("series") && header.contains("value") && time) {
            return Optional.of(LONG);
        }
        return switch (header.get(0)) {
            case "timestamp" -> Optional.of(WIDE_TIMESTAMP);
            case "step" -> Optional.of(WIDE_STEP);
            default -> Optional.empty();
        };
    }

    /** What to say of a header that is none of them. */
    static BadInputException unknown(Path file, List<String> header) {
        return new BadInputException(file + ": header '" + String.join(",", header)
                + "' is none of series,t,value / series,timestamp,value / timestamp,<series>,... / "
                + "step,<series>,... with distinct names");
    }
}
