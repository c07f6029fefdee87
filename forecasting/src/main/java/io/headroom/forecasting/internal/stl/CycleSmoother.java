package io.headroom.forecasting.internal.stl;

/**
 * Smooths each step of the season over its cycles and takes the slow part out of the result: the seasonal half of an
 * inner pass of STL. Keeps scratch space: mutable and not thread-safe.
 */
final class CycleSmoother {
    private static final double[] EQUAL = {};

    private final int n;
    private final int period;
    private final Loess over;
    private final Loess lowPass;
    private final int window;
    private final double[] cycle;
    private final double[] robustCycle;
    private final double[] smoothed;
    private final double[] extended;
    private final double[] slow;
    private final double[] slower;

    CycleSmoother(int n, StlOptions options) {
        this.n = n;
        this.period = options.period();
        this.window = options.seasonal();
        // A window beyond the series weighs all values alike, to rounding.
        int usable = Math.min(window, 10 * n + 1);
        this.over = new Loess(usable, 0, StlOptions.jump(usable));
        this.lowPass = new Loess(options.lowPass(), 1, StlOptions.jump(options.lowPass()));
        int cycles = (n - 1) / period + 1;
        this.cycle = new double[cycles];
        this.robustCycle = new double[cycles];
        this.smoothed = new double[cycles + 2];
        this.extended = new double[n + 2 * period];
        this.slow = new double[n + 2 * period];
        this.slower = new double[n + 2 * period];
    }

    /**
     * Takes the season out of a series without trend.
     *
     * @param y values without trend
     * @param robust a weight for each value; empty for equal ones
     * @param season where the season goes
     */
    void season(double[] y, double[] robust, double[] season) {
        for (int step = 0; step < period; step++) {
            smoothOver(y, robust, step);
        }
        average(extended, n + 2 * period, period, slow);
        average(slow, n + period + 1, period, slower);
        average(slower, n + 2, 3, slow);
        lowPass.smooth(slow, n, EQUAL, slower, 0);
        for (int i = 0; i < n; i++) {
            season[i] = extended[period + i] - slower[i];
        }
    }

    /** Smooths one step of the season, with a cycle more before and after. */
    private void smoothOver(double[] y, double[] robust, int step) {
        int cycles = (n - 1 - step) / period + 1;
        for (int i = 0; i < cycles; i++) {
            cycle[i] = y[i * period + step];
            if (robust.length > 0) {
                robustCycle[i] = robust[i * period + step];
            }
        }
        double[] weights = robust.length > 0 ? robustCycle : EQUAL;
        over.smooth(cycle, cycles, weights, smoothed, 1);
        int reach = Math.min(window, cycles);
        double before = over.at(cycle, cycles, weights, -1, 0, reach - 1);
        double after = over.at(cycle, cycles, weights, cycles, cycles - reach, cycles - 1);
        smoothed[0] = Double.isNaN(before) ? smoothed[1] : before;
        smoothed[cycles + 1] = Double.isNaN(after) ? smoothed[cycles] : after;
        for (int i = 0; i < cycles + 2; i++) {
            extended[i * period + step] = smoothed[i];
        }
    }

    /** Moving average of the first n values, of which there are window - 1 less. */
    private static void average(double[] y, int n, int window, double[] out) {
        double sum = 0;
        for (int i = 0; i < window; i++) {
            sum += y[i];
        }
        out[0] = sum / window;
        for (int i = 1; i <= n - window; i++) {
            sum += y[i + window - 1] - y[i - 1];
            out[i] = sum / window;
        }
    }
}
