package io.headroom.benchmarks;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The quantiles that a file has columns for. Immutable and thread-safe.
 *
 * @param labels names of the columns: q and the number as it was given
 * @param levels the probabilities, in (0, 1), rising
 */
record QuantileColumns(List<String> labels, List<Double> levels) {
    QuantileColumns {
        labels = List.copyOf(labels);
        levels = List.copyOf(levels);
    }

    /**
     * Reads a list.
     *
     * @param text numbers in (0, 1), rising, separated by commas
     * @return the columns
     * @throws IllegalArgumentException if one is no such number
     */
    static QuantileColumns parse(String text) {
        List<String> labels = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        double before = 0;
        for (String part : text.split(",", -1)) {
            double level = Double.parseDouble(part);
            if (!(level > before && level < 1)) {
                throw new IllegalArgumentException("'" + text + "' must be numbers in (0, 1) that rise");
            }
            labels.add("q" + part.strip());
            levels.add(level);
            before = level;
        }
        return new QuantileColumns(labels, levels);
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<QuantileColumns> {
        @Override
        public QuantileColumns convert(String value) {
            try {
                return parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(Failures.of(e));
            }
        }
    }
}
