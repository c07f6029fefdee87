package io.headroom.forecasting.internal.direct;

import io.headroom.forecasting.internal.numeric.Cholesky;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Linear regression by ridge with exponential forgetting: minimises sum lambda^age (y - x'b)^2 + rho |b - b0|^2, with rho =
 * 1e-5 of the mean diagonal plus a tenth. The sums move with each observation in O(p^2); the coefficients are solved for
 * now and then in O(p^3). Nothing is allocated after construction. Not thread-safe.
 */
final class Regression {
    private static final double RIDGE = 1e-5;
    private static final double LEAST_RIDGE = 0.1;
    /** Observations between two solutions, once there are some. */
    private static final int EVERY = 30;

    private static final int FIRST = 10;

    private final int size;
    private final double keep;
    private final double[] prior;
    /** Its lower triangle. */
    private final double[] gram;

    private final double[] moments;
    private final double[] coefficients;
    private final double[] factor;
    private final double[] solution;
    private int seen;

    /**
     * A regression that has seen nothing.
     *
     * @param prior coefficients to begin with and to be drawn to
     * @param memory observations after which one counts 1/e
     */
    Regression(double[] prior, double memory) {
        this.size = prior.length;
        this.keep = 1 - 1 / memory;
        this.prior = prior.clone();
        this.gram = new double[size * size];
        this.moments = new double[size];
        this.coefficients = prior.clone();
        this.factor = new double[size * size];
        this.solution = new double[size];
    }

    private Regression(Regression other) {
        this.size = other.size;
        this.keep = other.keep;
        this.prior = other.prior;
        this.gram = other.gram.clone();
        this.moments = other.moments.clone();
        this.coefficients = other.coefficients.clone();
        this.factor = new double[size * size];
        this.solution = new double[size];
        this.seen = other.seen;
    }

    Regression copy() {
        return new Regression(this);
    }

    /** The fitted value at x. */
    double at(double[] x) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += coefficients[i] * x[i];
        }
        return sum;
    }

    /** Learns one observation. */
    void observe(double[] x, double y) {
        for (int i = 0; i < size; i++) {
            double xi = x[i];
            int row = i * size;
            for (int j = 0; j <= i; j++) {
                gram[row + j] = keep * gram[row + j] + xi * x[j];
            }
            moments[i] = keep * moments[i] + xi * y;
        }
        seen++;
        if (seen < FIRST || seen % EVERY == 0) {
            solve();
        }
    }

    private void solve() {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += gram[i * size + i];
        }
        double rho = RIDGE * trace / size + LEAST_RIDGE;
        System.arraycopy(gram, 0, factor, 0, gram.length);
        for (int i = 0; i < size; i++) {
            factor[i * size + i] += rho;
            solution[i] = moments[i] + rho * prior[i];
        }
        if (Cholesky.factor(factor, size) && Cholesky.solve(factor, size, solution, 1)) {
            System.arraycopy(solution, 0, coefficients, 0, size);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(seen);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                out.writeDouble(gram[i * size + j]);
            }
        }
        for (double value : moments) {
            out.writeDouble(value);
        }
        for (double value : coefficients) {
            out.writeDouble(value);
        }
    }

    void read(DataInput in) throws IOException {
        seen = in.readInt();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i * size + j] = in.readDouble();
            }
        }
        for (int i = 0; i < size; i++) {
            moments[i] = in.readDouble();
        }
        for (int i = 0; i < size; i++) {
            coefficients[i] = in.readDouble();
        }
    }
}
