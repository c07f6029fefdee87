package io.headroom.examples.flights;

import io.headroom.allocation.AllocatorListener;
import io.headroom.allocation.CycleReport;
import io.headroom.core.ConfidenceInterval;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.Region;
import io.headroom.core.TimeGrid;
import io.headroom.simulation.report.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down, for a few source regions, what was predicted of their departures at the lead time. Not thread-safe. */
final class ForecastRecorder implements AllocatorListener {
    private final List<Region> regions;
    private final long firstIndex;
    private final double level;
    private final Map<Region, Band> bands = new TreeMap<>();

    /** Departures an hour: mean and interval, NaN before the first forecast reaches a step. */
    static final class Band {
        private final double[] mean;
        private final double[] lower;
        private final double[] upper;

        Band(int steps) {
            mean = missing(steps);
            lower = missing(steps);
            upper = missing(steps);
        }

        private static double[] missing(int steps) {
            double[] values = new double[steps];
            Arrays.fill(values, Double.NaN);
            return values;
        }

        private void set(int t, double centre, ConfidenceInterval interval) {
            if (t < mean.length) {
                mean[t] = centre;
                lower[t] = interval.lower();
                upper[t] = interval.upper();
            }
        }

        Samples mean() {
            return Samples.of(mean);
        }

        Samples lower() {
            return Samples.of(lower);
        }

        Samples upper() {
            return Samples.of(upper);
        }
    }

    ForecastRecorder(List<Region> regions, long firstIndex, int steps, double level) {
        this.regions = List.copyOf(regions);
        this.firstIndex = firstIndex;
        this.level = level;
        this.regions.forEach(region -> bands.put(region, new Band(steps)));
    }

    @Override
    public void onCycle(CycleReport report) {
        TimeGrid grid = FlightScenario.GRID;
        int step = 1 + grid.stepsIn(FlightScenario.LEAD_TIME);
        for (Region region : regions) {
            List<RateForecast> departures = new ArrayList<>();
            for (PredictionData prediction : report.predictions()) {
                if (prediction.pair().source().equals(region)) {
                    departures.addAll(prediction.transactions().values());
                }
            }
            if (!departures.isEmpty()) {
                RateForecast total = RateForecast.sum(departures).times(grid.stepSeconds());
                ConfidenceInterval interval = total.interval(step, level);
                int t = (int) (total.firstIndex() + step - 1 - firstIndex);
                band(region).set(t, total.mean(step), interval);
            }
        }
    }

    double level() {
        return level;
    }

    Band band(Region region) {
        return bands.getOrDefault(region, new Band(0));
    }

    /** Sum of absolute errors over the sum of actuals, over all regions and steps that were forecast. */
    double error(Map<Region, double[]> actual) {
        double errors = 0;
        double sum = 0;
        for (Region region : regions) {
            double[] truth = actual.getOrDefault(region, new double[0]);
            double[] mean = band(region).mean;
            for (int t = 0; t < mean.length; t++) {
                if (!Double.isNaN(mean[t])) {
                    errors += Math.abs(truth[t] - mean[t]);
                    sum += truth[t];
                }
            }
        }
        return errors / sum;
    }
}
