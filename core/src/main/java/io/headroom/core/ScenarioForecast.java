package io.headroom.core;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A forecast given by sampled joint paths, all equally likely. Two of them add up scenario by scenario, so a global model that
 * samples all flows together keeps their dependence. Immutable and thread-safe.
 */
public final class ScenarioForecast implements RateForecast {
    private final TimeGrid grid;
    private final long firstIndex;
    private final double[][] paths;
    private final double[][] sorted;

    private ScenarioForecast(TimeGrid grid, long firstIndex, double[][] paths) {
        this.grid = grid;
        this.firstIndex = firstIndex;
        this.paths = paths;
        this.sorted = new double[paths[0].length][paths.length];
        for (int h = 0; h < sorted.length; h++) {
            for (int s = 0; s < paths.length; s++) {
                sorted[h][s] = paths[s][h];
            }
            Arrays.sort(sorted[h]);
        }
    }

    /**
     * A forecast from sampled paths.
     *
     * @param grid the grid
     * @param firstIndex grid index of step 1
     * @param paths paths[scenario][step - 1], at least one, all of the same length of 1 or more, rates finite and 0 or more;
     *     copied
     * @return the forecast
     * @throws IllegalArgumentException if a length or a number is wrong
     */
    public static ScenarioForecast of(TimeGrid grid, long firstIndex, double[][] paths) {
        Checks.inRange(paths.length, 1, Integer.MAX_VALUE, "number of scenarios");
        Checks.inRange(paths[0].length, 1, Integer.MAX_VALUE, "horizon");
        double[][] copy = new double[paths.length][];
        for (int s = 0; s < paths.length; s++) {
            if (paths[s].length != paths[0].length) {
                throw Checks.failure(
                        "scenario of " + paths[s].length + " steps",
                        "must have " + paths[0].length + " as the first has",
                        "a path was cut off");
            }
            copy[s] = paths[s].clone();
            for (double rate : copy[s]) {
                Checks.notNegative(rate, "scenario rate");
            }
        }
        return new ScenarioForecast(grid, firstIndex, copy);
    }

    /**
     * Number of sampled paths.
     *
     * @return 1 or more
     */
    public int scenarios() {
        return paths.length;
    }

    @Override
    public TimeGrid grid() {
        return grid;
    }

    @Override
    public long firstIndex() {
        return firstIndex;
    }

    @Override
    public int horizon() {
        return sorted.length;
    }

    @Override
    public double mean(int step) {
        double sum = 0;
        for (double[] path : paths) {
            sum += path[step - 1];
        }
        return sum / paths.length;
    }

    @Override
    public double quantile(int step, double p) {
        return GaussianWindow.interpolate(sorted[step - 1], Checks.probability(p, "probability"));
    }

    @Override
    public DoubleUnaryOperator maximum(Window window) {
        window.within(horizon());
        double[] values = new double[paths.length];
        for (int s = 0; s < values.length; s++) {
            double largest = 0;
            for (int step = window.first(); step <= window.last(); step++) {
                largest = Math.max(largest, paths[s][step - 1]);
            }
            values[s] = largest;
        }
        Arrays.sort(values);
        return p -> GaussianWindow.interpolate(values, Checks.probability(p, "probability"));
    }

    @Override
    public double sumQuantile(Window window, double p) {
        double[] values = new double[paths.length];
        for (int s = 0; s < values.length; s++) {
            for (int step = window.first(); step <= window.last(); step++) {
                values[s] += paths[s][step - 1];
            }
        }
        Arrays.sort(values);
        return GaussianWindow.interpolate(values, Checks.probability(p, "probability"));
    }

    @Override
    public double[] path(long scenario) {
        return paths[(int) Math.floorMod(scenario, (long) paths.length)].clone();
    }

    @Override
    public ScenarioForecast times(double factor) {
        Checks.notNegative(factor, "factor");
        double[][] scaled = new double[paths.length][];
        for (int s = 0; s < paths.length; s++) {
            scaled[s] = paths[s].clone();
            for (int h = 0; h < scaled[s].length; h++) {
                scaled[s][h] *= factor;
            }
        }
        return new ScenarioForecast(grid, firstIndex, scaled);
    }

    @Override
    public ScenarioForecast skip(int steps) {
        Checks.inRange(steps, 0, horizon() - 1, "steps to skip");
        double[][] rest = new double[paths.length][];
        Arrays.setAll(rest, s -> Arrays.copyOfRange(paths[s], steps, paths[s].length));
        return new ScenarioForecast(grid, firstIndex + steps, rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScenarioForecast f
                && firstIndex == f.firstIndex
                && grid.equals(f.grid)
                && Arrays.deepEquals(paths, f.paths);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(paths) * 31 + Long.hashCode(firstIndex);
    }

    @Override
    public String toString() {
        return "ScenarioForecast[" + paths.length + " scenarios, " + horizon() + " steps from " + start(1) + "]";
    }
}
