package io.headroom.core;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is predicted for one region pair: the transaction rate and its confidence interval at the lead time, with the forecasts of
 * every transaction type that they were read from. Immutable and thread-safe.
 *
 * @param pair the ordered pair of regions
 * @param at start of the step that rate and interval speak of
 * @param transactionRate mean transactions per second over that step, all types together
 * @param confidence central interval of that rate
 * @param transactions forecast of the transaction rate of each type, at least one
 * @param bytes forecast of the byte rate of each type whose records carry a volume
 * @param rung the lowest rung among the forecasts
 */
public record PredictionData(
        RegionPair pair,
        Instant at,
        double transactionRate,
        ConfidenceInterval confidence,
        Map<TransactionType, RateForecast> transactions,
        Map<TransactionType, RateForecast> bytes,
        Rung rung) {
    /**
     * Checks and copies.
     *
     * @param pair the ordered pair of regions
     * @param at start of the step that rate and interval speak of
     * @param transactionRate mean transactions per second over that step
     * @param confidence central interval of that rate
     * @param transactions forecast of the transaction rate of each type
     * @param bytes forecast of the byte rate of each type whose records carry a volume
     * @param rung the lowest rung among the forecasts
     * @throws IllegalArgumentException if there is no forecast or the rate is negative or not finite
     */
    public PredictionData {
        Checks.notNegative(transactionRate, "transactionRate");
        Checks.inRange(transactions.size(), 1, Integer.MAX_VALUE, "number of forecasts of a pair");
        transactions = sorted(transactions);
        bytes = sorted(bytes);
    }

    /** In the order of the types; hosts have many pairs of one type, whose maps are kept small. */
    private static Map<TransactionType, RateForecast> sorted(Map<TransactionType, RateForecast> forecasts) {
        return forecasts.size() <= 1 ? Map.copyOf(forecasts) : Collections.unmodifiableMap(new TreeMap<>(forecasts));
    }

    /**
     * Reads rate and interval off the forecasts.
     *
     * @param pair the ordered pair of regions
     * @param step the step to speak of, steps ahead from 1: the lead time
     * @param level level of the confidence interval, in (0, 1)
     * @param transactions forecast of the transaction rate of each type, at least one, all of the same steps
     * @param bytes forecast of the byte rate of each type whose records carry a volume
     * @param rung the lowest rung among the forecasts
     * @return the prediction
     * @throws IllegalArgumentException if there is no forecast or they cover different steps
     * @throws IndexOutOfBoundsException if the step is outside the horizon
     */
    public static PredictionData of(
            RegionPair pair,
            int step,
            double level,
            Map<TransactionType, RateForecast> transactions,
            Map<TransactionType, RateForecast> bytes,
            Rung rung) {
        RateForecast total = RateForecast.sum(List.copyOf(sorted(transactions).values()));
        return new PredictionData(
                pair, total.start(step), total.mean(step), total.interval(step, level), transactions, bytes, rung);
    }

    /**
     * The forecast of all types together.
     *
     * @return the sum of the transaction forecasts
     */
    public RateForecast forecast() {
        return RateForecast.sum(List.copyOf(transactions.values()));
    }
}
