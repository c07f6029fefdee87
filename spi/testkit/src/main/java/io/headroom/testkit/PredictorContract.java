package io.headroom.testkit;

import io.headroom.core.RateSeries;
import io.headroom.spi.FitRequest;
import io.headroom.spi.Predictor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Predictor}, {@link io.headroom.spi.FittedModel} and {@link io.headroom.spi.Tracker}. A
 * subclass supplies a predictor:
 *
 * <pre>
 * class MedianTest extends PredictorContract {
 *     &#64;Override
 *     protected Predictor create() {
 *         return new Median();
 *     }
 * }
 * </pre>
 *
 * <p>A predictor whose scope is {@link io.headroom.spi.Predictor.Scope#GLOBAL} extends {@link GlobalPredictorContract}
 * instead. Clauses fit about 70 times, mostly {@link #historyLength} steps.
 */
public abstract class PredictorContract extends Contract {
    /** For subclasses. */
    protected PredictorContract() {}

    /**
     * Makes the predictor; called several times in a clause.
     *
     * @return a predictor, always with the same settings
     */
    protected abstract Predictor create();

    /**
     * The season of the histories, which are made on an hourly grid. A predictor with declared seasons should be given
     * this one.
     *
     * @return steps, 2 or more; by default 24
     */
    protected int period() {
        return 24;
    }

    /**
     * Length of a regular history: enough for a full fit.
     *
     * @return steps, 100 or more; by default ten periods, at least 100
     */
    protected int historyLength() {
        return Math.max(100, 10 * period());
    }

    /**
     * The history that takes long to fit, for deadline and interrupt.
     *
     * @return a history; by default 4000 regular steps
     */
    protected RateSeries longHistory() {
        return Samples.regular(4000, period());
    }

    /**
     * How far a forecast of a multiple of the history may be from that multiple of the forecast.
     *
     * @return relative tolerance; by default 1e-8
     */
    protected double scaleTolerance() {
        return 1e-8;
    }

    /**
     * How far {@link io.headroom.spi.Tracker#nextMean} may be from the mean of a forecast's first step. A predictor
     * that samples scenarios names its sampling error.
     *
     * @return relative tolerance; by default 1e-9
     */
    protected double nextMeanTolerance() {
        return 1e-9;
    }

    /**
     * The longest season that a tracker's state holds.
     *
     * @return steps; by default {@link #period}
     */
    protected int longestSeason() {
        return period();
    }

    /**
     * What a tracker's state takes beside its longest season. A predictor that learns while it tracks names the size of what it
     * learns.
     *
     * @return bytes; by default 1024
     */
    protected int stateBytes() {
        return 1024;
    }

    final RateSeries history() {
        return Samples.regular(historyLength(), period());
    }

    final FitRequest request() {
        return FitRequest.of(Samples.KEY, history()).withSeed(11);
    }

    @Test
    @DisplayName("P1 The name is lower case, words joined by hyphens, and the scope fits the kit")
    final void nameAndScope() {
        check(c -> FitClauses.nameAndScope(c, this));
    }

    @Test
    @DisplayName("P2 A fit of a regular history says what it is")
    final void describesItself() {
        check(c -> FitClauses.describesItself(c, this));
    }

    @Test
    @DisplayName("P3 A forecast covers the steps that were asked for")
    final void coversSteps() {
        check(c -> ForecastClauses.coversSteps(c, this));
    }

    @Test
    @DisplayName("P4 A horizon below 1 is refused")
    final void refusesHorizon() {
        check(c -> ForecastClauses.refusesHorizon(c, this));
    }

    @Test
    @DisplayName("P5 Forecasts are finite and never negative, and quantiles do not cross")
    final void soundFigures() {
        check(c -> ForecastClauses.sound(c, this));
    }

    @Test
    @DisplayName("P6 Without any data a fit yields a prior and says so")
    final void noData() {
        check(c -> FitClauses.noData(c, this));
    }

    @Test
    @DisplayName("P7 With little data a fit yields a usable model")
    final void littleData() {
        check(c -> FitClauses.usable(c, this, Samples.scant(historyLength(), period())));
    }

    @Test
    @DisplayName("P8 With odd data a fit yields a usable model")
    final void oddData() {
        check(c -> FitClauses.usable(c, this, Samples.odd(historyLength(), period())));
    }

    @Test
    @DisplayName("P9 Missing steps are not zeros")
    final void missingIsNotZero() {
        check(c -> FitClauses.missingIsNotZero(c, this));
    }

    @Test
    @DisplayName("P10 Odd observations leave forecasts usable")
    final void oddObservations() {
        check(c -> TrackClauses.oddObservations(c, this));
    }

    @Test
    @DisplayName("P11 Each observation moves on by one step, a missing one too")
    final void movesOn() {
        check(c -> TrackClauses.movesOn(c, this));
    }

    @Test
    @DisplayName("P12 A negative or infinite rate is refused and changes nothing")
    final void refusesRates() {
        check(c -> TrackClauses.refusesRates(c, this));
    }

    @Test
    @DisplayName("P13 A forecast does not change the tracker")
    final void forecastIsPure() {
        check(c -> ForecastClauses.isPure(c, this));
    }

    @Test
    @DisplayName("P14 Two trackers of a model are independent")
    final void independentTrackers() {
        check(c -> TrackClauses.independent(c, this));
    }

    @Test
    @DisplayName("P15 Observing equals starting on the longer history")
    final void trackingEqualsRefiltering() {
        check(c -> TrackClauses.equalsRefiltering(c, this));
    }

    @Test
    @DisplayName("P16 The next mean and deviation speak of the first step of a forecast")
    final void nextStep() {
        check(c -> ForecastClauses.nextStep(c, this));
    }

    @Test
    @DisplayName("P17 Observing allocates nothing")
    final void observeAllocatesNothing() {
        check(c -> SpeedClauses.allocatesNothing(c, this));
    }

    @Test
    @DisplayName("P18 Observing takes the same time however much was observed")
    final void observeIsConstantTime() {
        check(c -> SpeedClauses.constantTime(c, this));
    }

    @Test
    @DisplayName("P19 A tracker's snapshot forecasts bit for bit like the tracker")
    final void trackerSnapshot() {
        check(c -> SnapshotClauses.tracker(c, this));
    }

    @Test
    @DisplayName("P20 A model's snapshot forecasts bit for bit like the model")
    final void modelSnapshot() {
        check(c -> SnapshotClauses.model(c, this));
    }

    @Test
    @DisplayName("P21 A damaged tracker snapshot is refused")
    final void damagedTrackerSnapshot() {
        check(c -> SnapshotClauses.damagedTracker(c, this));
    }

    @Test
    @DisplayName("P22 A damaged model snapshot is refused")
    final void damagedModelSnapshot() {
        check(c -> SnapshotClauses.damagedModel(c, this));
    }

    @Test
    @DisplayName("P23 A tracker's snapshot is small")
    final void smallSnapshot() {
        check(c -> SnapshotClauses.small(c, this));
    }

    @Test
    @DisplayName("P24 What is handed out is not shared")
    final void nothingShared() {
        check(c -> SnapshotClauses.notShared(c, this));
    }

    @Test
    @DisplayName("P25 The same request gives the same bits")
    final void deterministic() {
        check(c -> FitClauses.deterministic(c, this));
    }

    @Test
    @DisplayName("P26 Many threads give the same bits as one")
    final void threadSafe() {
        check(c -> FitClauses.threadSafe(c, this));
    }

    @Test
    @DisplayName("P27 A fit returns soon after its deadline, with a usable model")
    final void deadline() {
        check(c -> SpeedClauses.deadline(c, this));
    }

    @Test
    @DisplayName("P28 An interrupt ends a fit early and stays set")
    final void interrupt() {
        check(c -> SpeedClauses.interrupt(c, this));
    }

    @Test
    @DisplayName("P29 A series that was not fitted is tracked only from a history")
    final void unknownSeries() {
        check(c -> TrackClauses.unknownSeries(c, this));
    }

    @Test
    @DisplayName("P30 A forecast carries the dependence that was asked for")
    final void dependence() {
        check(c -> ForecastClauses.dependence(c, this));
    }

    @Test
    @DisplayName("P31 A multiple of the history gives that multiple of the forecast")
    final void scaleEquivariant() {
        check(c -> FitClauses.scaleEquivariant(c, this));
    }

    @Test
    @DisplayName("P32 A closed window ahead is forecast as zero and changes no other step")
    final void closedAhead() {
        check(c -> EventClauses.closedAhead(c, this));
    }

    @Test
    @DisplayName("P33 A closed window in the history teaches nothing")
    final void closedBefore() {
        check(c -> EventClauses.closedBefore(c, this));
    }

    @Test
    @DisplayName("P34 A closed window that a tracker passes teaches nothing")
    final void closedWhileTracking() {
        check(c -> EventClauses.closedWhileTracking(c, this));
    }

    @Test
    @DisplayName("P35 A multiplied window ahead is multiplied and changes no other step")
    final void multipliedAhead() {
        check(c -> EventClauses.multipliedAhead(c, this));
    }

    @Test
    @DisplayName("P36 A multiplied window in the history is divided before anything is learned")
    final void multipliedBefore() {
        check(c -> EventClauses.multipliedBefore(c, this));
    }

    @Test
    @DisplayName("P37 A multiplied window that a tracker passes is divided before anything is learned")
    final void multipliedWhileTracking() {
        check(c -> EventClauses.multipliedWhileTracking(c, this));
    }

    @Test
    @DisplayName("P38 Events of other flows change nothing")
    final void eventsOfOthers() {
        check(c -> EventClauses.ofOthers(c, this));
    }

    @Test
    @DisplayName("P39 A calendar may return more events than were asked for, in any order")
    final void generousCalendar() {
        check(c -> EventClauses.generousCalendar(c, this));
    }
}
