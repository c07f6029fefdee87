package io.headroom.benchmarks.cloudsim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a day came to. Immutable and thread-safe.
 *
 * @param violations share of steps and regions in which not all demand was served, in percent
 * @param unitSteps steps of machines paid for, booting and warm ones included
 * @param moves machines started and stopped
 * @param cost what the machines cost
 */
record DayFigures(double violations, double unitSteps, double moves, double cost) {
    private static final List<String> NAMES = List.of("violations_pct", "unit_steps", "moves", "cost");

    /** One figure of two days. */
    record Line(String name, double own, double other, double difference) {
        boolean within(double tolerance) {
            return difference <= tolerance;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-16s %14.4f %14.4f %9.3f %%", name, own, other, 100 * difference);
        }
    }

    private List<Double> values() {
        return List.of(violations, unitSteps, moves, cost);
    }

    /** Each figure beside another day's, with the difference as a share of the larger one, 0 if both are the same. */
    List<Line> beside(DayFigures other) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            double a = values().get(i);
            double b = other.values().get(i);
            double larger = Math.max(Math.abs(a), Math.abs(b));
            lines.add(new Line(NAMES.get(i), a, b, larger > 0 ? Math.abs(a - b) / larger : 0));
        }
        return lines;
    }
}
