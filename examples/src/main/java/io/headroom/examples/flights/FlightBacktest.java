package io.headroom.examples.flights;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.RegionPair;
import io.headroom.core.SeriesKey;
import io.headroom.core.TransactionType;
import io.headroom.core.Window;
import io.headroom.forecasting.backtest.Backtest;
import io.headroom.forecasting.backtest.BacktestBuilder;
import io.headroom.forecasting.backtest.BacktestListener;
import io.headroom.forecasting.backtest.BacktestResult;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which predictor is best for the busiest routes: a backtest on the first weeks of the year, all carriers of a route together. Each predictor
 * learns from eight weeks, then forecasts the next day every day. Immutable.
 *
 * @param predictors names of predictors to compare, besides the same hour a week before
 * @param routes number of routes, the busiest first
 * @param days days to forecast
 */
record FlightBacktest(List<String> predictors, int routes, int days) {
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;
    private static final int WARMUP = 8 * WEEK;
    private static final int MOST_DAYS = 365 - WARMUP / DAY;

    FlightBacktest {
        Checks.inRange(routes, 1, 1000, "number of routes");
        Checks.inRange(days, 1, MOST_DAYS, "days to forecast");
    }

    BacktestResult run(FlightRecords flights, BacktestListener progress, Predictor... more) {
        BacktestBuilder backtest = Backtest.builder(DAY, WEEK).predictors(seasons(), predictors.toArray(String[]::new));
        Arrays.stream(more).forEach(backtest::predictor);
        return backtest.warmup(WARMUP)
                .refitEvery(7)
                .leadWindow(Window.of(1, 3), 0.98)
                .listener(progress)
                .build()
                .run(series(flights));
    }

    /** The day and the week, by New York's clocks. */
    static PredictorSettings seasons() {
        return PredictorSettings.ofPeriods(DAY, WEEK).inZone(FlightRecords.NEW_YORK);
    }

    /** Departures of each route per second, hour by hour. */
    private Map<SeriesKey, RateSeries> series(FlightRecords flights) {
        Map<RegionPair, double[]> rates = new TreeMap<>();
        FlightTraffic.year(flights).forEach((flow, carrier) -> {
            double[] sum = rates.computeIfAbsent(flow.pair(), pair -> new double[WARMUP + days * DAY]);
            Arrays.setAll(sum, i -> sum[i] + carrier.rate(i));
        });
        long first = FlightScenario.GRID.index(FlightRecords.START);
        Map<SeriesKey, RateSeries> busiest = new TreeMap<>();
        rates.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        e -> -Arrays.stream(e.getValue()).sum()))
                .limit(routes)
                .forEach(e -> busiest.put(
                        SeriesKey.transactions(new Flow(e.getKey(), TransactionType.of("flight"))),
                        RateSeries.of(FlightScenario.GRID, first, e.getValue())));
        return busiest;
    }
}
