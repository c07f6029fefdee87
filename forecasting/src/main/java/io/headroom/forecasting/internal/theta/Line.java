package io.headroom.forecasting.internal.theta;

import java.util.Arrays;

/** The least-squares trend line that the forecast of each step may use: its value at the first step, and its slope. */
final class Line {
    /** Value at the first step, as known before each step. */
    final double[] first;
    /** Slope, as known before each step. */
    final double[] slope;

    private Line(double[] first, double[] slope) {
        this.first = first;
        this.slope = slope;
    }

    /**
     * The line through all values, for every step. Its first value is taken as 0: beside a free starting level it would
     * change nothing.
     */
    static Line fixed(double[] x) {
        Line line = new Line(new double[x.length], new double[x.length]);
        Arrays.fill(line.slope, slope(x));
        return line;
    }

    /** The line through the values before each step. */
    static Line running(double[] x) {
        Line line = new Line(new double[x.length], new double[x.length]);
        RunningLine running = new RunningLine();
        for (int t = 0; t < x.length; t++) {
            line.first[t] = running.first();
            line.slope[t] = running.slope();
            running.observe(x[t]);
        }
        return line;
    }

    private static double slope(double[] x) {
        int n = 0;
        double meanTime = 0;
        double mean = 0;
        for (int t = 0; t < x.length; t++) {
            if (!Double.isNaN(x[t])) {
                n++;
                meanTime += t;
                mean += x[t];
            }
        }
        if (n < 2) {
            return 0;
        }
        meanTime /= n;
        mean /= n;
        double products = 0;
        double squares = 0;
        for (int t = 0; t < x.length; t++) {
            if (!Double.isNaN(x[t])) {
                products += (t - meanTime) * (x[t] - mean);
                squares += (t - meanTime) * (t - meanTime);
            }
        }
        return products / squares;
    }
}
