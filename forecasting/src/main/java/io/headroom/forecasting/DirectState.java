package io.headroom.forecasting;

import io.headroom.forecasting.internal.direct.DirectForecaster;
import io.headroom.forecasting.internal.direct.Scores;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A direct forecaster on its way, and the law of its errors, which moves with it. */
final class DirectState implements SeriesState, StepLaw {
    static final String KIND = "direct";

    private final DirectForecaster forecaster;

    DirectState(DirectForecaster forecaster) {
        this.forecaster = forecaster;
    }

    @Override
    public void observe(double y) {
        forecaster.observe(y);
    }

    @Override
    public double mean() {
        return forecaster.mean(1);
    }

    @Override
    public double deviation() {
        double mean = forecaster.mean(1);
        return Double.isNaN(mean) ? 0 : deviation(1, mean);
    }

    private double deviation(int step, double mean) {
        return forecaster.size(step, mean) * EmpiricalShape.deviation(shape(step));
    }

    private double[] shape(int step) {
        Scores scores = forecaster.scores(step);
        return EmpiricalShape.of(scores::at, scores.count(), 1);
    }

    /** The impulse weights are those whose running sums of squares grow as the squared sizes of the errors do. */
    @Override
    public Outlook outlook(int horizon) {
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        double[] impulse = new double[horizon];
        double before = 0;
        double first = 0;
        for (int h = 0; h < horizon; h++) {
            mean[h] = forecaster.mean(h + 1);
            if (!Double.isNaN(mean[h])) {
                deviation[h] = deviation(h + 1, mean[h]);
            }
            double square = deviation[h] * deviation[h];
            first = h == 0 ? square : first;
            impulse[h] = h == 0 ? 1 : first > 0 ? Math.sqrt(Math.max(0, square - before) / first) : 0;
            before = Math.max(before, square);
        }
        return new Outlook(mean, deviation, impulse);
    }

    @Override
    public double quantile(int step, double centre, int level) {
        return Math.max(0, centre + forecaster.size(step, centre) * shape(step)[level]);
    }

    @Override
    public double[] quantiles(int step, double centre, LiveCalibration calibration) {
        double[] row = shape(step);
        double size = forecaster.size(step, centre);
        for (int k = 0; k < row.length; k++) {
            row[k] = Math.max(0, centre + size * row[k]);
        }
        return row;
    }

    @Override
    public boolean calibratesItself() {
        return true;
    }

    @Override
    public StepLaw law() {
        return this;
    }

    @Override
    public boolean additive() {
        return false;
    }

    @Override
    public int period() {
        return forecaster.period();
    }

    @Override
    public DirectState copy() {
        return new DirectState(forecaster.copy());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        forecaster.writeTo(out);
    }

    static DirectState read(DataInput in) throws IOException {
        return new DirectState(DirectForecaster.readFrom(in));
    }
}
