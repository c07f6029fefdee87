package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrackingStrategiesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static StrategyContext context(double target, Duration step, int lead) {
        return new StrategyContext(SeenDemand.of(0), step, lead, 1, target, 1);
    }

    private static int ask(ScalingController controller, double demand, int ready, int booting) {
        return controller.total(SeenDemand.of(demand), ready, booting);
    }

    @Test
    void growsAfterThreeMinutesAboveTheTarget() {
        ScalingController tracking = new TargetTrackingStrategy().start(context(0.5, MINUTE, 5));
        assertEquals(10, ask(tracking, 8, 10, 0));
        assertEquals(10, ask(tracking, 8, 10, 0));
        assertEquals(10, ask(tracking, 5, 10, 0), "on the target is not above it");
        assertEquals(10, ask(tracking, 8, 10, 0));
        assertEquals(10, ask(tracking, 8, 10, 0));
        assertEquals(18, ask(tracking, 8.6, 10, 0), "ceil(8.6 / 0.5)");
        assertEquals(20, ask(tracking, 8.6, 10, 10), "booting units are kept and left out of the utilisation");
    }

    @Test
    void shrinksAfterFifteenMinutesBelowNineTenthsOfTheTargetAndCountsAnew() {
        ScalingController tracking = new TargetTrackingStrategy().start(context(0.5, MINUTE, 5));
        for (int minute = 1; minute < 15; minute++) {
            assertEquals(10, ask(tracking, 4.4, 10, 0), "minute " + minute);
        }
        assertEquals(9, ask(tracking, 4.4, 10, 0));
        assertEquals(9, ask(tracking, 1, 9, 0), "counts anew");
        ScalingController steady = new TargetTrackingStrategy().start(context(0.5, MINUTE, 5));
        for (int minute = 1; minute < 40; minute++) {
            assertEquals(10, ask(steady, 4.5, 10, 0), "0.9 of the target is not below it");
        }
    }

    @Test
    void theAlarmsAreMinutesOfAnyStep() {
        ScalingController tracking = new TargetTrackingStrategy().start(context(0.5, Duration.ofMinutes(5), 1));
        assertEquals(16, ask(tracking, 8, 10, 0), "3 minutes are one step");
        assertEquals(10, ask(tracking, 1, 10, 0));
        assertEquals(10, ask(tracking, 1, 10, 0));
        assertEquals(2, ask(tracking, 1, 10, 0), "15 minutes are three");
    }

    @Test
    void withoutAReadyUnitTheUtilisationIsHigh() {
        ScalingController tracking = new TargetTrackingStrategy().start(context(0.5, MINUTE, 5));
        assertEquals(1, ask(tracking, 0, 0, 1));
        assertEquals(1, ask(tracking, 0, 0, 1));
        assertEquals(4, ask(tracking, 2, 0, 1));
    }

    @Test
    void theProfileIsADecayingMeanOfTheSameHour() {
        HourlyProfile profile = new HourlyProfile(Duration.ofMinutes(30));
        double[] demand = new double[3 * 48];
        // Hour 7 is 10 on average on day 0, 40 on day 1 and 70 on day 2; all other hours are 1.
        Arrays.fill(demand, 1);
        for (int day = 0; day < 3; day++) {
            demand[48 * day + 14] = 30 * day + 5;
            demand[48 * day + 15] = 30 * day + 15;
        }
        SeenDemand seen = SeenDemand.of(demand);
        profile.observe(seen.first(10));
        assertEquals(0, profile.forecast(10), "no day before");
        profile.observe(seen.first(62));
        assertEquals(10, profile.forecast(62), 1e-12, "one day before");
        profile.observe(seen);
        assertEquals((70 + 0.8 * 40 + 0.64 * 10) / (1 + 0.8 + 0.64), profile.forecast(144 + 15), 1e-12);
        assertEquals(1, profile.forecast(144 + 16), 1e-12);
    }

    @Test
    void theProfileUsesOnlyHoursBeforeTheLastRefresh() {
        HourlyProfile profile = new HourlyProfile(Duration.ofHours(1));
        double[] demand = new double[29];
        Arrays.setAll(demand, t -> t + 1);
        profile.observe(SeenDemand.of(demand));
        // Now is hour 29, the last refresh was at hour 24: hour 4 of a day later is known, hour 24 is not.
        assertEquals(5, profile.forecast(28));
        assertEquals(1, profile.forecast(48), "hour 24 was not over at the refresh, hour 0 was");
        assertEquals(0, profile.forecast(23), "no day before");
    }

    @Test
    void theFloorLooksAtThisHourAndAtTheOneAfterTheLead() {
        double[] demand = new double[30];
        Arrays.fill(demand, 1);
        demand[8] = 12;
        ScalingController predictive = new PredictiveTrackingStrategy().start(context(0.5, Duration.ofHours(1), 2));
        int[] totals = new int[34 - 29];
        double[] longer = Arrays.copyOf(demand, 34);
        Arrays.fill(longer, 30, 34, 1);
        for (int now = 29; now < 34; now++) {
            totals[now - 29] = predictive.total(SeenDemand.of(longer).first(now), 2, 0);
        }
        // Hour 32 = 24 + 8 is seen two hours ahead, held in its own hour, and past afterwards.
        assertEquals("[2, 24, 2, 24, 2]", Arrays.toString(totals));
    }

    @Test
    void staticPeakCoversTheTrainingPeak() {
        StaticPeakStrategy strategy = new StaticPeakStrategy();
        StrategyContext context = new StrategyContext(SeenDemand.of(3, 9.1, 2), MINUTE, 5, 2, 0.5, 1);
        assertEquals(10, strategy.startFleet(context));
        assertEquals(10, strategy.start(context).total(SeenDemand.of(99), 3, 0));
    }

    @Test
    void targetsAreShares() {
        StrategyContext context = context(1.5, MINUTE, 1);
        assertThrows(IllegalArgumentException.class, () -> new TargetTrackingStrategy().start(context));
        assertThrows(IllegalArgumentException.class, () -> new PredictiveTrackingStrategy().start(context));
        assertThrows(IllegalArgumentException.class, () -> new StaticPeakStrategy().start(context));
    }
}
