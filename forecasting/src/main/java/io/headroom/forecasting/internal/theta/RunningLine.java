package io.headroom.forecasting.internal.theta;

/**
 * The least-squares line of the values so far against their number, in constant time a value (Fiorucci et al. 2016,
 * equation 12). A missing value is taken to lie on the line; before the first value there is no step. Mutable and not
 * thread-safe.
 */
final class RunningLine {
    private double average;
    private double slope;
    private double count;

    RunningLine() {}

    RunningLine(double average, double slope, double count) {
        this.average = average;
        this.slope = slope;
        this.count = count;
    }

    RunningLine copy() {
        return new RunningLine(average, slope, count);
    }

    void observe(double x) {
        double t = count + 1;
        if (!Double.isNaN(x)) {
            double d = x - average;
            average += d / t;
            slope = count == 0 ? 0 : ((t - 2) * slope + 6 * d / t) / (t + 1);
            count = t;
        } else if (count > 0) {
            average += slope / 2;
            count = t;
        }
    }

    double average() {
        return average;
    }

    double slope() {
        return slope;
    }

    double count() {
        return count;
    }

    /** Value of the line at the first step. */
    double first() {
        return average - slope * (count - 1) / 2;
    }
}
