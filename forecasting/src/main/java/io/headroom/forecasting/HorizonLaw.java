package io.headroom.forecasting;

import io.headroom.forecasting.internal.autoregression.Transform;
import io.headroom.forecasting.internal.blend.BlendFit;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The law of forecast errors by horizon, learned from forecasts within the history that were made by coefficients which
 * had not seen what came after. Errors are differences of transformed values: of logs where all rates are above 0, else
 * of square roots, so that a large rate is missed by more than a small one. They are pooled over the steps of a bucket
 * (1, 2-3, 4-6, 7-12, 13-24, 25-48 and so on); quantiles come from {@link EmpiricalShape}, with two departures: their
 * median is moved half way back to the forecast, and they are spread by 1.03 + 2.5 / (origins), as few and overlapping
 * errors from one history show less than is to come. Beyond the last bucket they grow with the fourth root of the
 * horizon.
 *
 * <p>Immutable and thread-safe.
 */
final class HorizonLaw implements StepLaw {
    private static final double SPREAD = 1.03;
    private static final double SPREAD_OF_FEW = 2.5;
    private static final double LEAST_SHARE = 0.5;
    private static final int LEAST_PAIRS = 20;
    private static final int NEAR = 3;

    private final Transform transform;
    private final double floor;
    private final int[] ends;
    private final double[][] shapes;
    private final double[] deviations;

    private HorizonLaw(Transform transform, double floor, int[] ends, double[][] shapes) {
        this.transform = transform;
        this.floor = floor;
        this.ends = ends;
        this.shapes = shapes;
        this.deviations =
                Arrays.stream(shapes).mapToDouble(EmpiricalShape::deviation).toArray();
    }

    /** Whether there are enough errors to learn from. */
    static boolean canLearn(List<BlendFit.Pair> pairs) {
        return pairs.stream().filter(p -> p.step() <= NEAR).count() >= LEAST_PAIRS;
    }

    /**
     * Learns the law.
     *
     * @param least smallest value of the history, 0 or more
     * @param pairs enough for {@link #canLearn}
     */
    static HorizonLaw learn(double least, List<BlendFit.Pair> pairs) {
        Transform transform = least > 0 ? Transform.LOG : Transform.ROOT;
        double floor = LEAST_SHARE * least;
        int horizon = pairs.stream().mapToInt(BlendFit.Pair::step).max().orElse(1);
        int[] ends = ends(horizon);
        double[][] shapes = new double[ends.length][];
        // Where values are missing at the same phase again and again, a bucket can be without errors: it takes its
        // neighbour's.
        double[] before = shape(errors(pairs, transform, floor, 1, NEAR), NEAR);
        int first = 1;
        for (int b = 0; b < ends.length; b++) {
            double[] errors = errors(pairs, transform, floor, first, ends[b]);
            shapes[b] = errors.length < LEAST_PAIRS ? before : shape(errors, ends[b] - first + 1);
            before = shapes[b];
            first = ends[b] + 1;
        }
        return new HorizonLaw(transform, floor, ends, shapes);
    }

    private static double[] errors(List<BlendFit.Pair> pairs, Transform transform, double floor, int first, int last) {
        return pairs.stream()
                .filter(p -> p.step() >= first && p.step() <= last)
                .mapToDouble(p -> transform.of(p.actual()) - transform.of(Math.max(floor, p.forecast())))
                .toArray();
    }

    private static int[] ends(int horizon) {
        int[] ends = new int[Integer.SIZE];
        int n = 0;
        for (int end = 1; end < horizon; end = end == 1 ? 3 : 2 * end) {
            ends[n] = end;
            n++;
        }
        ends[n] = horizon;
        return Arrays.copyOf(ends, n + 1);
    }

    private static double[] shape(double[] errors, int steps) {
        double origins = (double) errors.length / steps;
        double squares = 0;
        for (double e : errors) {
            squares += e * e;
        }
        Arrays.sort(errors);
        double[] shape = EmpiricalShape.of(errors, Math.sqrt(squares / Math.max(1, errors.length)));
        double median = shape[EmpiricalShape.MEDIAN];
        double spread = SPREAD + SPREAD_OF_FEW / Math.max(1, origins);
        for (int k = 0; k < shape.length; k++) {
            shape[k] = median / 2 + spread * (shape[k] - median);
        }
        return shape;
    }

    /** Error at a level, {@code step} steps ahead. */
    private double error(int step, int level) {
        return growth(step) * shapes[bucket(step)][level];
    }

    private int bucket(int step) {
        int bucket = 0;
        while (bucket < ends.length - 1 && ends[bucket] < step) {
            bucket++;
        }
        return bucket;
    }

    private double growth(int step) {
        int last = ends[ends.length - 1];
        return step <= last ? 1 : Math.sqrt(Math.sqrt((double) step / last));
    }

    @Override
    public double quantile(int step, double centre, int level) {
        double z = transform.of(Math.max(floor, centre)) + error(step, level);
        return Math.max(0, transform.inverse(z));
    }

    @Override
    public double[] quantiles(int step, double centre, LiveCalibration calibration) {
        double[] row = new double[EmpiricalShape.size()];
        double at = transform.of(Math.max(floor, centre));
        for (int k = 0; k < row.length; k++) {
            row[k] = Math.max(0, transform.inverse(at + error(step, k)));
        }
        calibration.spread(row);
        return row;
    }

    /** Standard deviation of a step: half the way between one of the errors below the forecast and one above. */
    double deviation(int step, double centre) {
        int bucket = bucket(step);
        double at = transform.of(Math.max(floor, centre));
        double error = growth(step) * deviations[bucket];
        return (transform.inverse(at + error) - transform.inverse(at - error)) / 2;
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(transform.name());
        out.writeDouble(floor);
        out.writeInt(ends.length);
        for (int b = 0; b < ends.length; b++) {
            out.writeInt(ends[b]);
            for (double value : shapes[b]) {
                out.writeDouble(value);
            }
        }
    }

    static HorizonLaw read(DataInput in) throws IOException {
        Transform transform = in.readUTF().equals(Transform.LOG.name()) ? Transform.LOG : Transform.ROOT;
        double floor = in.readDouble();
        int n = in.readInt();
        if (n < 1 || n > Integer.SIZE) {
            throw new IOException(n + " buckets are too few or too many");
        }
        int[] ends = new int[n];
        double[][] shapes = new double[n][EmpiricalShape.size()];
        for (int b = 0; b < n; b++) {
            ends[b] = in.readInt();
            for (int k = 0; k < shapes[b].length; k++) {
                shapes[b][k] = in.readDouble();
            }
        }
        return new HorizonLaw(transform, floor, ends, shapes);
    }
}
