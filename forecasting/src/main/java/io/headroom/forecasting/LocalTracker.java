package io.headroom.forecasting;

import io.headroom.core.Checks;
import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.EventEffects;
import io.headroom.spi.Tracker;

/**
 * Tracks one series: takes known events out of what is observed and puts them into what is forecast, numbers steps by
 * the wall clock, and keeps the steps since the last value apart, so that uncertainty grows with a gap and not only
 * with the horizon.
 */
final class LocalTracker implements Tracker {
    /** A longer gap is taken over by the state, so that memory and time of a forecast stay bounded. */
    static final int LONGEST_GAP = 256;

    private final LocalModel model;
    private final SeriesKey key;
    private final SeriesState state;
    private final SeasonAxis axis;
    private final EventEffects events;
    private final LiveCalibration calibration;
    private long next;
    private long nextLocal;
    private int gap;

    /**
     * Where a tracker stands: the grid's next step, the wall clock's next step, and how many steps its state is behind
     * that.
     */
    record Position(long next, long nextLocal, int gap) {}

    LocalTracker(LocalModel model, SeriesKey key, SeriesState state, Position position) {
        this(model, key, state, position, new LiveCalibration());
    }

    LocalTracker(LocalModel model, SeriesKey key, SeriesState state, Position position, LiveCalibration calibration) {
        this.calibration = calibration;
        this.model = model;
        this.key = key;
        this.state = state;
        this.next = position.next();
        this.nextLocal = position.nextLocal();
        this.gap = position.gap();
        LocalModel.LocalSetting setting = model.setting();
        this.axis = new SeasonAxis(setting.grid(), setting.zone());
        this.events = new EventEffects(LearnedCalendar.orNone(setting.events()), key.flow(), setting.grid());
    }

    SeriesKey key() {
        return key;
    }

    SeriesState state() {
        return state;
    }

    LiveCalibration calibration() {
        return calibration;
    }

    Position position() {
        return new Position(next, nextLocal, gap);
    }

    @Override
    public TimeGrid grid() {
        return model.setting().grid();
    }

    @Override
    public long nextIndex() {
        return next;
    }

    @Override
    public void observe(double rate) {
        if (!Double.isNaN(rate) && !(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            Checks.notNegative(rate, "rate of " + key + " at " + grid().start(next));
        }
        double value = events.undo(next, rate);
        long local = axis.local(next);
        next++;
        if (local < nextLocal) {
            return; // The clocks went back: this hour of the season was seen already.
        }
        gap += (int) Math.min(LONGEST_GAP, local - nextLocal);
        nextLocal = local + 1;
        if (Double.isNaN(value)) {
            gap++;
        } else {
            if (gap == 0) {
                calibrate(value);
            }
            closeGap(0);
            state.observe(value);
        }
        closeGap(LONGEST_GAP);
    }

    /** Learns from values that the fit did not see. */
    private void calibrate(double value) {
        if (next <= model.position().next()) {
            return;
        }
        double mean = state.mean();
        if (Double.isNaN(mean)) {
            return;
        }
        StepLaw byHorizon = state.law();
        if (byHorizon != null && byHorizon.calibratesItself()) {
            return;
        }
        if (byHorizon != null) {
            calibration.observe(
                    value,
                    byHorizon.quantile(1, mean, EmpiricalShape.LOW),
                    byHorizon.quantile(1, mean, EmpiricalShape.MEDIAN),
                    byHorizon.quantile(1, mean, EmpiricalShape.HIGH));
        } else {
            ErrorLaw law = model.law();
            double deviation = state.deviation() * law.size(mean);
            calibration.observe(
                    value,
                    mean + deviation * law.shape(EmpiricalShape.LOW),
                    mean + deviation * law.shape(EmpiricalShape.MEDIAN),
                    mean + deviation * law.shape(EmpiricalShape.HIGH));
        }
    }

    private void closeGap(int longest) {
        while (gap > longest) {
            state.observe(Double.NaN);
            gap--;
        }
    }

    /**
     * Steps of the wall clock from the state to a step of the grid; 1 for the next, and for an hour that is seen twice.
     */
    private int ahead(long index) {
        return (int) Math.max(1, axis.local(index) - nextLocal + gap + 1);
    }

    @Override
    public double nextMean() {
        int ahead = ahead(next);
        double mean = ahead == 1 ? state.mean() : state.outlook(ahead).mean()[ahead - 1];
        return Double.isNaN(mean) ? 0 : Math.max(0, mean) * events.factor(next);
    }

    @Override
    public double nextDeviation() {
        int ahead = ahead(next);
        double mean = state.mean();
        double deviation = state.deviation();
        if (ahead > 1) {
            SeriesState.Outlook outlook = state.outlook(ahead);
            mean = outlook.mean()[ahead - 1];
            deviation = outlook.deviation()[ahead - 1];
        }
        double size = Double.isNaN(mean) ? 1 : model.law().size(mean);
        return deviation * size * calibration.factor() * events.factor(next);
    }

    @Override
    public RateForecast forecast(int horizon, Dependence dependence) {
        Checks.inRange(horizon, 1, 1_000_000, "horizon");
        int[] ahead = new int[horizon];
        int furthest = 1;
        for (int h = 0; h < horizon; h++) {
            ahead[h] = ahead(next + h);
            furthest = Math.max(furthest, ahead[h]);
        }
        SeriesState.Outlook outlook = state.outlook(furthest);
        double[] weights = shapeWeights(outlook.impulse());
        double[] mean = new double[horizon];
        double[][] quantiles = new double[horizon][];
        for (int h = 0; h < horizon; h++) {
            double centre = outlook.mean()[ahead[h] - 1];
            centre = Double.isNaN(centre) ? 0 : centre;
            double factor = events.factor(next + h);
            mean[h] = Math.max(0, centre) * factor;
            quantiles[h] = quantiles(outlook, ahead[h], centre, weights[ahead[h] - 1]);
            for (int k = 0; k < quantiles[h].length; k++) {
                quantiles[h][k] *= factor;
            }
        }
        return MarginalForecast.builder(grid(), next)
                .mean(mean)
                .quantiles(EmpiricalShape.levels(), quantiles)
                .impulse(outlook.impulse())
                .skipped(ahead[0] - 1)
                .dependence(dependence)
                .build();
    }

    private double[] quantiles(SeriesState.Outlook outlook, int ahead, double centre, double shapeWeight) {
        StepLaw byHorizon = state.law();
        if (byHorizon != null) {
            return byHorizon.quantiles(ahead, centre, calibration);
        }
        double deviation = outlook.deviation()[ahead - 1] * model.law().size(centre);
        return model.law().quantiles(centre, deviation, shapeWeight, calibration);
    }

    /** How much of the one-step errors' shape is left h steps ahead: see {@link ErrorLaw}. */
    private static double[] shapeWeights(double[] impulse) {
        double[] weights = new double[impulse.length];
        double squares = 0;
        double cubes = 0;
        for (int h = 0; h < weights.length; h++) {
            squares += impulse[h] * impulse[h];
            cubes += Math.abs(impulse[h] * impulse[h] * impulse[h]);
            weights[h] = Math.min(1, cubes / (squares * Math.sqrt(squares)));
        }
        return weights;
    }

    @Override
    public Rung rung() {
        return model.rung();
    }

    @Override
    public byte[] snapshot() {
        return LocalSnapshots.write(this);
    }
}
