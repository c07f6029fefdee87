package io.headroom.forecasting.anomaly;

import io.headroom.core.Checks;
import io.headroom.core.Dependence;
import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.core.TimeGrid;
import io.headroom.spi.Tracker;

/**
 * A tracker that judges each rate before its model learns from it, and does not let the model learn from anomalies.
 *
 * <p><b>Score.</b> With s the normal score of a rate under the distribution that was forecast for it, the score is -ln P(|Z|
 * &gt; |s|); a rate is out of line when that probability is below the rate of false alarms. The deviation is that of every
 * step; the quantiles relative to it are read when the tracker starts and anew for each rate with |s| &gt; 3.
 *
 * <p><b>Learning.</b> In place of a rate that is out of line the model observes what it forecast, so that its forecasts go
 * on as if the rate had been missing. When {@code confirmations} rates in a row were out of line on the same side, that is a new
 * level: the last of them and all that follow are learned as they are, until as many rates in a row have been in line. Twice
 * as many in a row on changing sides are learned too: then the model is wrong, not the rates. How fast the model follows
 * then is its own affair; a shift is a good moment to fit again.
 *
 * <p>Constant time, and no allocation for rates with |s| &lt; 3 beyond what the tracker inside allocates. Snapshots are those of the
 * tracker inside. Not thread-safe: one thread at a time.
 */
public final class GuardedTracker implements Tracker {
    /** The rate of false alarms by default: one rate in ten thousand. */
    public static final double FALSE_ALARMS = 1e-4;

    /** Rates in a row that confirm a new level, by default. */
    public static final int CONFIRMATIONS = 6;

    private static final double SUSPICIOUS = 3;

    /** Where a model allows no error at all, only what is beyond rounding is one. */
    private static final double ROUNDING = 1e-9;

    private final Tracker tracker;
    private final double threshold;
    private final int confirmations;
    private OneStepLaw law;
    private AnomalyVerdict verdict = AnomalyVerdict.NORMAL;
    private double score;
    private int side;
    private int sameSide;
    private int outside;
    private boolean learning;
    private int calm;

    private GuardedTracker(Tracker tracker, double threshold, int confirmations) {
        this.tracker = tracker;
        this.threshold = threshold;
        this.confirmations = confirmations;
        double deviation = tracker.nextDeviation();
        this.law = deviation > 0 ? law(tracker.nextMean(), deviation) : OneStepLaw.normal();
    }

    /**
     * Guards a tracker, with the default settings.
     *
     * @param tracker a tracker that nothing else moves on
     * @return a tracker that moves it on
     */
    public static GuardedTracker of(Tracker tracker) {
        return of(tracker, FALSE_ALARMS, CONFIRMATIONS);
    }

    /**
     * Guards a tracker.
     *
     * @param tracker a tracker that nothing else moves on
     * @param falseAlarms the probability below which a rate is out of line, in (0, 1)
     * @param confirmations rates in a row that confirm a new level, in [2, 1000]
     * @return a tracker that moves it on
     * @throws IllegalArgumentException if a setting is outside its range
     */
    public static GuardedTracker of(Tracker tracker, double falseAlarms, int confirmations) {
        Checks.probability(falseAlarms, "rate of false alarms");
        Checks.inRange(confirmations, 2, 1000, "confirmations");
        return new GuardedTracker(tracker, -StrictMath.log(falseAlarms), confirmations);
    }

    @Override
    public void observe(double rate) {
        if (Double.isNaN(rate)) {
            tracker.observe(rate);
            score = 0;
            verdict = AnomalyVerdict.NORMAL;
            return;
        }
        Checks.notNegative(rate, "rate");
        double expected = tracker.nextMean();
        double normal = normalScore(rate, expected);
        score = OneStepLaw.surprise(normal);
        if (score < threshold) {
            inLine();
            tracker.observe(rate);
        } else {
            outOfLine(normal > 0);
            tracker.observe(learning ? rate : expected);
        }
    }

    private double normalScore(double rate, double mean) {
        double deviation = tracker.nextDeviation();
        if (!(deviation > 0)) {
            boolean same = Math.abs(rate - mean) <= ROUNDING * Math.max(rate, mean);
            return same ? 0 : Math.copySign(OneStepLaw.LARGEST, rate - mean);
        }
        double error = (rate - mean) / deviation;
        double normal = law.score(error);
        if (Math.abs(normal) < SUSPICIOUS) {
            return normal;
        }
        law = law(mean, deviation);
        return law.score(error);
    }

    private OneStepLaw law(double mean, double deviation) {
        return OneStepLaw.of(tracker.forecast(1), mean, deviation);
    }

    private void inLine() {
        verdict = AnomalyVerdict.NORMAL;
        outside = 0;
        sameSide = 0;
        calm++;
        learning &= calm < confirmations;
    }

    private void outOfLine(boolean up) {
        int now = up ? 1 : -1;
        sameSide = now == side ? sameSide + 1 : 1;
        side = now;
        outside++;
        calm = 0;
        boolean shifts = sameSide >= confirmations;
        learning |= shifts || outside >= 2 * confirmations;
        verdict = shifts ? AnomalyVerdict.shift(up) : AnomalyVerdict.spike(up);
    }

    /**
     * What the latest rate was.
     *
     * @return the verdict; normal before the first rate. After a shift, rates that the model has not caught up with are shifts
     *     too
     */
    public AnomalyVerdict verdict() {
        return verdict;
    }

    /**
     * How unlikely the latest rate was.
     *
     * @return -ln of the probability of one at least as far out, in nats, 0 or more
     */
    public double score() {
        return score;
    }

    /**
     * The score from which on a rate is out of line.
     *
     * @return -ln of the rate of false alarms, in nats
     */
    public double threshold() {
        return threshold;
    }

    @Override
    public TimeGrid grid() {
        return tracker.grid();
    }

    @Override
    public long nextIndex() {
        return tracker.nextIndex();
    }

    @Override
    public RateForecast forecast(int horizon, Dependence dependence) {
        return tracker.forecast(horizon, dependence);
    }

    @Override
    public double nextMean() {
        return tracker.nextMean();
    }

    @Override
    public double nextDeviation() {
        return tracker.nextDeviation();
    }

    @Override
    public Rung rung() {
        return tracker.rung();
    }

    @Override
    public byte[] snapshot() {
        return tracker.snapshot();
    }
}
