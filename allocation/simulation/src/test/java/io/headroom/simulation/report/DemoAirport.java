package io.headroom.simulation.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/**
 * Made-up hourly departures of one airport with a daily and a weekly rhythm and a storm, a forecast of them, and two
 * strategies' capacity: enough like the real thing to judge a report by. The same seed gives the same numbers.
 */
final class DemoAirport {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Instant STORM_START = Instant.parse("2013-02-08T17:00:00Z");
    static final Instant STORM_END = Instant.parse("2013-02-09T20:00:00Z");

    private static final Instant START = Instant.parse("2013-01-29T05:00:00Z");
    private static final double UNIT = 4;
    private static final double[] SHAPE = {
        0, 0, 0, 0, 0, .35, .85, .95, 1, .9, .75, .7, .72, .8, .85, .92, 1, .98, .95, .8, .62, .35, .12, .03
    };
    private static final double[] WEEK = {1.03, .98, .99, 1.04, 1.05, .82, .95};

    final String code;
    final TimeAxis time;
    final double[] actual;
    final double[] mean;
    final double[] lower;
    final double[] upper;
    final double[] usable;
    final double[] paid;
    final double[] rival;

    DemoAirport(String code, double peak, int hours, long seed) {
        this.code = code;
        this.time = TimeAxis.regular(START, Duration.ofHours(1), hours);
        this.actual = new double[hours];
        this.mean = new double[hours];
        this.lower = new double[hours];
        this.upper = new double[hours];
        this.usable = new double[hours];
        this.paid = new double[hours];
        this.rival = new double[hours];
        SplittableRandom random = new SplittableRandom(seed);
        double storm = 1;
        for (int i = 0; i < hours; i++) {
            double usual = usual(i, peak);
            storm = inStorm(i) ? 0.02 : Math.min(1, storm + 0.12);
            boolean lost = i % 1931 > 1926;
            actual[i] = lost ? Double.NaN : poisson(random, usual * storm * (0.93 + 0.14 * random.nextDouble()));
            mean[i] = usual * Math.min(1, 0.25 + storm) * (0.97 + 0.06 * random.nextDouble());
            double spread = 2.33 * Math.sqrt(mean[i] * 1.15);
            lower[i] = Math.max(0, mean[i] - spread);
            upper[i] = mean[i] + spread;
        }
        provision();
    }

    private void provision() {
        for (int i = 0; i < actual.length; i++) {
            double ahead = upper[Math.min(i + 1, upper.length - 1)];
            usable[i] = UNIT * Math.max(1, Math.ceil(upper[i] / UNIT));
            paid[i] = Math.max(usable[i], UNIT * Math.ceil(ahead / UNIT));
            double recent = 0;
            for (int j = Math.max(0, i - 3); j < i; j++) {
                recent = Math.max(recent, Double.isNaN(actual[j]) ? 0 : actual[j]);
            }
            rival[i] = UNIT * Math.max(1, Math.ceil(recent / 0.85 / UNIT));
        }
    }

    private double usual(int i, double peak) {
        ZonedDateTime at = time.instant(i).atZone(ZONE);
        double season = 1 + 0.07 * StrictMath.sin(2 * Math.PI * (at.getDayOfYear() - 100) / 365.0);
        return peak * SHAPE[at.getHour()] * WEEK[at.getDayOfWeek().getValue() - 1] * season;
    }

    private boolean inStorm(int i) {
        Instant at = time.instant(i);
        return !at.isBefore(STORM_START) && at.isBefore(STORM_END);
    }

    private static double poisson(SplittableRandom random, double rate) {
        double limit = StrictMath.exp(-rate);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
