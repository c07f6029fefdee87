package io.headroom.benchmarks;

import io.headroom.core.Window;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a window of future steps written as {@code L:W}. */
final class LeadWindow implements ITypeConverter<Window> {
    @Override
    public Window convert(String value) {
        String[] parts = value.split(":", -1);
        try {
            if (parts.length == 2) {
                return Window.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + value + "' is no window: " + Failures.of(e));
        }
        throw new TypeConversionException("'" + value + "' must be L:W, two whole numbers");
    }
}
