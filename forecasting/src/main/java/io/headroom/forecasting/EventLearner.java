package io.headroom.forecasting;

import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventEffects;
import io.headroom.spi.FitRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Estimates what events did to a series, by name. Each step inside an event is compared with what is usual at that point
 * of the season: the mean of the nearest values up to four seasons before and after, two on each side, that lie in no
 * such event; the longest season that has any decides, without a season the values next to the event do. With y the
 * value, b what is usual and w the strength of the event, the factor is
 *
 * <p>f = 1 + n / (n + 1) sum w (y - b) / sum w^2 b,
 *
 * <p>the least squares estimate for variances that go with b, drawn towards 1 by the number n of occurrences; one that the
 * history shows in part counts in part. Steps where two names overlap teach nothing. Not thread-safe.
 */
final class EventLearner {
    /** How many seasons away a comparison may be. */
    private static final int FAR = 4;

    /** Comparisons on each side. */
    private static final int ENOUGH = 2;

    /** A factor is kept between this and its inverse. */
    private static final double LARGEST = 100;

    private static final String NOBODY = "";
    private static final String SEVERAL = "several";

    private final EventCalendar calendar;
    private final List<CalendarEvent> occurrences;
    private final RateSeries series;
    private final SeasonAxis axis;
    private final EventEffects effects;
    private final List<Integer> periods;

    EventLearner(FitRequest request, ZoneId zone, List<Integer> periods) {
        this.calendar = request.events();
        this.series = request.single();
        TimeGrid grid = series.grid();
        this.axis = new SeasonAxis(grid, zone);
        this.effects = new EventEffects(calendar, request.singleKey().flow(), grid);
        this.periods = periods;
        boolean none = series.length() == 0 || LearnedCalendar.orNone(calendar) == EventCalendar.none();
        this.occurrences = none
                ? List.of()
                : calendar.events(grid.start(series.firstIndex()), grid.start(series.endIndex())).stream()
                        .filter(event -> event.effect() instanceof EventEffect.Learned)
                        .filter(event ->
                                event.scope().matches(request.singleKey().flow()))
                        .sorted(Comparator.comparing(CalendarEvent::start)
                                .thenComparing(CalendarEvent::end)
                                .thenComparing(CalendarEvent::name))
                        .toList();
    }

    /**
     * The calendar with all factors that can be learned.
     *
     * @param values history by wall clock, other events taken out, NaN where missing
     */
    EventCalendar learn(double[] values) {
        if (occurrences.isEmpty()) {
            return calendar;
        }
        String[] owners = owners(values.length);
        SortedMap<String, Sums> byName = new TreeMap<>();
        for (CalendarEvent event : occurrences) {
            Sums sums = byName.computeIfAbsent(event.name(), name -> new Sums());
            double seen = 0;
            for (long index = from(event); index < to(event); index++) {
                int at = position(index);
                double strength = effects.strength(event, index);
                if (at < values.length && strength > 0 && owners[at].equals(event.name())) {
                    seen += sums.take(values[at], usual(values, owners, at), strength) ? strength : 0;
                }
            }
            sums.occurrences += seen / Math.max(seen, steps(event));
        }
        SortedMap<String, Double> factors = new TreeMap<>();
        byName.forEach((name, sums) -> {
            if (sums.weights > 0) {
                factors.put(name, sums.factor());
            }
        });
        return LearnedCalendar.of(calendar, factors);
    }

    /** Which event's name each position bears. */
    private String[] owners(int length) {
        String[] owners = new String[length];
        Arrays.fill(owners, NOBODY);
        for (CalendarEvent event : occurrences) {
            for (long index = from(event); index < to(event); index++) {
                int at = position(index);
                if (at < length && effects.strength(event, index) > 0) {
                    boolean free = owners[at].equals(NOBODY) || owners[at].equals(event.name());
                    owners[at] = free ? event.name() : SEVERAL;
                }
            }
        }
        return owners;
    }

    private long from(CalendarEvent event) {
        return Math.max(series.firstIndex(), series.grid().index(event.start()));
    }

    private long to(CalendarEvent event) {
        return Math.min(series.endIndex(), series.grid().index(event.end()) + 1);
    }

    private int position(long index) {
        return (int) (axis.local(index) - axis.local(series.firstIndex()));
    }

    /** Steps at full strength that a whole event amounts to. */
    private double steps(CalendarEvent event) {
        double ramps = (event.leadIn().toMillis() + event.fadeOut().toMillis()) / 2.0;
        double length = event.end().toEpochMilli() - event.start().toEpochMilli() - ramps;
        return length / series.grid().step().toMillis();
    }

    private double usual(double[] values, String[] owners, int at) {
        for (int p = periods.size() - 1; p >= 0; p--) {
            double mean = near(values, owners, at, periods.get(p), FAR);
            if (!Double.isNaN(mean)) {
                return mean;
            }
        }
        return near(values, owners, at, 1, values.length);
    }

    /** Mean of the nearest values outside all events, in strides; NaN if there is none. */
    private static double near(double[] values, String[] owners, int at, int stride, int far) {
        double sum = 0;
        int n = 0;
        for (int side = -1; side <= 1; side += 2) {
            int found = 0;
            for (int k = 1; k <= far && found < ENOUGH; k++) {
                long there = at + (long) side * k * stride;
                if (there < 0 || there >= values.length) {
                    break;
                }
                int q = (int) there;
                if (owners[q].equals(NOBODY) && !Double.isNaN(values[q])) {
                    sum += values[q];
                    found++;
                }
            }
            n += found;
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** What all occurrences of one name amount to. */
    private static final class Sums {
        double excess;
        double weights;
        double occurrences;

        boolean take(double value, double usual, double strength) {
            if (Double.isNaN(value) || !(usual > 0)) {
                return false;
            }
            excess += strength * (value - usual);
            weights += strength * strength * usual;
            return true;
        }

        double factor() {
            double drawn = occurrences / (occurrences + 1) * (excess / weights);
            return Math.max(1 / LARGEST, Math.min(LARGEST, 1 + drawn));
        }
    }
}
