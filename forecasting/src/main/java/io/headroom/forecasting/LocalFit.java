package io.headroom.forecasting;

import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffects;
import io.headroom.spi.FitRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * One fit of a local predictor: takes known events out of the history, lays it on the wall clock, and, once a state is
 * chosen, learns the law of its errors. Not thread-safe.
 */
final class LocalFit {
    /** Below this many values the spread is widened: a deviation from few values is itself uncertain. */
    private static final int FEW = 30;

    private final FitRequest request;
    private final RateSeries series;
    private final ZoneId zone;
    private final EventCalendar calendar;
    private final double[] values;

    LocalFit(FitRequest request, ZoneId zone) {
        this(request, zone, List.of());
    }

    /**
     * A fit.
     *
     * @param periods declared seasons, by which effects of events are learned
     */
    LocalFit(FitRequest request, ZoneId zone, List<Integer> periods) {
        this.request = request;
        this.series = request.single();
        this.zone = zone;
        double[] plain = onWallClock(request.events());
        this.calendar = new EventLearner(request, zone, periods).learn(plain);
        this.values = calendar == request.events() ? plain : onWallClock(calendar);
    }

    /** History without events by wall clock, NaN where missing. */
    double[] values() {
        return values;
    }

    FitRequest request() {
        return request;
    }

    int observed() {
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
            }
        }
        return n;
    }

    private double[] onWallClock(EventCalendar known) {
        if (series.length() == 0) {
            return new double[0];
        }
        SeasonAxis axis = new SeasonAxis(series.grid(), zone);
        EventEffects events = new EventEffects(
                LearnedCalendar.orNone(known), request.singleKey().flow(), series.grid());
        long start = axis.local(series.firstIndex());
        int length = (int) Math.max(series.length(), axis.local(series.endIndex() - 1) - start + 1);
        double[] local = new double[length];
        Arrays.fill(local, Double.NaN);
        long next = start;
        int used = 0;
        for (int i = 0; i < series.length(); i++) {
            long index = series.firstIndex() + i;
            long at = axis.local(index);
            if (at >= next) {
                local[(int) (at - start)] = events.undo(index, series.rate(i));
                next = at + 1;
                used = (int) (next - start);
            }
        }
        return Arrays.copyOf(local, used);
    }

    /**
     * Makes the model of a state that stands before the history. Missing steps at its end are left to the trackers as a
     * gap.
     */
    LocalModel model(SeriesState beginning, String description, Rung rung, String reason) {
        SeriesState end = beginning.copy();
        int gap = Math.min(LocalTracker.LONGEST_GAP, values.length - lastObserved());
        int seen = values.length - gap;
        double[] means = new double[values.length];
        double[] errors = new double[values.length];
        double[] deviations = new double[values.length];
        int n = 0;
        boolean lawIsKnown = beginning.law() != null;
        for (int i = 0; i < seen; i++) {
            double value = values[i];
            double mean = lawIsKnown || Double.isNaN(value) ? Double.NaN : end.mean();
            if (!Double.isNaN(mean)) {
                means[n] = mean;
                errors[n] = value - mean;
                deviations[n] = end.deviation();
                n++;
            }
            end.observe(value);
        }
        ErrorLaw law = ErrorLaw.learn(
                Arrays.copyOf(means, n), Arrays.copyOf(errors, n), Arrays.copyOf(deviations, n), end.additive());
        LocalModel.LocalSetting setting =
                new LocalModel.LocalSetting(request.singleKey(), series.grid(), zone, calendar);
        long first = series.firstIndex();
        long nextLocal = new SeasonAxis(series.grid(), zone).local(first) + values.length;
        LocalTracker.Position position = new LocalTracker.Position(series.endIndex(), nextLocal, gap);
        return new LocalModel(setting, description, rung, reason, beginning, end, first, position, law);
    }

    /** Number of steps up to the last value. */
    private int lastObserved() {
        int n = values.length;
        while (n > 0 && Double.isNaN(values[n - 1])) {
            n--;
        }
        return n;
    }

    /**
     * The lower rungs: seasonal naive if a season and something to compare was seen, else the last value, else zero.
     */
    LocalModel fallback(int period, String reason) {
        if (period > 1 && seasonalPairs(period) >= 2) {
            return seasonalNaive(period, Rung.SEASONAL_NAIVE, reason);
        }
        if (observed() > 0) {
            return lastValue(Rung.LAST_VALUE, reason);
        }
        return model(new LastValueState(0, 0), "no data", Rung.PRIOR, reason);
    }

    LocalModel seasonalNaive(int period, Rung rung, String reason) {
        SeasonalNaiveState state = new SeasonalNaiveState(period, differenceDeviation(period));
        return model(state, "seasonal naive (" + period + ")", rung, reason);
    }

    LocalModel lastValue(Rung rung, String reason) {
        double first = Double.NaN;
        for (int i = values.length - 1; i >= 0; i--) {
            first = Double.isNaN(values[i]) ? first : values[i];
        }
        return model(new LastValueState(first, differenceDeviation(1)), "last value", rung, reason);
    }

    int seasonalPairs(int period) {
        int pairs = 0;
        for (int i = period; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && !Double.isNaN(values[i - period])) {
                pairs++;
            }
        }
        return pairs;
    }

    /** Root mean square of differences at a lag; without any pair the size of the values; wider while there are few. */
    private double differenceDeviation(int lag) {
        double squares = 0;
        int pairs = 0;
        double level = 0;
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                level += values[i] * values[i];
                n++;
                if (i >= lag && !Double.isNaN(values[i - lag])) {
                    double d = values[i] - values[i - lag];
                    squares += d * d;
                    pairs++;
                }
            }
        }
        if (pairs == 0) {
            return n == 0 ? 0 : Math.sqrt(level / n);
        }
        double widening = pairs < FEW ? 1 + 2.0 / pairs : 1;
        return Math.sqrt(squares / pairs) * widening;
    }
}
