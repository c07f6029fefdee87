package io.headroom.examples.flights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The final table of the main job as text. */
final class FlightTable {
    private static final String ROW = "%-34s %-15s %10s %10s %10s %8s %9s%n";

    private FlightTable() {}

    static String render(FlightResults results) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT, ROW, "strategy", "parameter", "violation", "pool-hours", "cost", "x oracle", "moves"));
        List<StrategyScore> rows = new ArrayList<>();
        rows.add(results.headroom());
        rows.addAll(results.baselines());
        for (StrategyScore s : rows) {
            out.append(String.format(
                    Locale.ROOT,
                    ROW,
                    s.strategy(),
                    s.parameter(),
                    String.format(Locale.ROOT, "%.3f %%", s.violationPercent()),
                    String.format(Locale.ROOT, "%,d", s.violatedHours()),
                    String.format(Locale.ROOT, "%,.0f", s.cost()),
                    String.format(
                            Locale.ROOT, "%.3f", s.cost() / results.oracle().cost()),
                    String.format(Locale.ROOT, "%,d", s.moves())));
        }
        out.append(String.format(
                Locale.ROOT,
                "Headroom's forecast error at the lead time: %.1f %% of all departures of EWR, JFK and LGA%n",
                100 * results.error()));
        return out.toString();
    }
}
