package io.headroom.forecasting.internal.arima;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fits seasonal ARIMA models, with regressors if there are any, by exact maximum likelihood, and chooses orders.
 *
 * <p>Method: the Gaussian likelihood of the differenced series ({@link Likelihood}), concentrated over variance and
 * regression, as a least-squares problem ({@link Descent}); coefficients are kept stationary and invertible by the partial
 * autocorrelation transform ({@link Partial}). An evaluation costs the length of the series times the longest lag, in
 * memory of their sum. Missing values (NaN, infinite or beyond 1e150) are integrated out exactly; when there are many,
 * orders are chosen with guesses in their place.
 *
 * <p>Immutable and thread-safe. The same series gives the same model on every machine, and a series times a power of
 * two the same model times that power. Nothing here throws on a degenerate series: the outcome says what was wrong.
 */
public final class ArimaFitter {
    private static final int LEAST_VALUES = 4;
    /** Product of missing values and length up to which they are integrated out, in the search and at its end. */
    private static final long EXACT_SEARCH = 2_000;

    private static final long EXACT_END = 100_000;
    /** Product of length and season up to which seasonal orders are searched, or a moving average is tried. */
    private static final long SHORT_SEASON = 400_000;

    private static final long MEDIUM_SEASON = 30_000_000;
    private static final long CHEAP = 8_000;
    private static final long DEAR = 40_000;

    /** Makes a fitter. */
    public ArimaFitter() {}

    /**
     * Fits given orders.
     *
     * @param y the series, with NaN where a value is missing
     * @param regressors one column each, as long as the series; none for a plain model
     * @param order the orders
     * @param constant whether to estimate a mean or, after differences, a drift
     * @param expired asked at every step whether to stop with what there is
     * @return the model; none if the series is too short
     */
    public ArimaFit fit(
            double[] y, double[][] regressors, ArimaOrder order, boolean constant, BooleanSupplier expired) {
        int estimates = order.size() + regressors.length + (constant ? 1 : 0);
        if (Standardized.observed(y) <= order.lost() + estimates) {
            return ArimaFit.none(ArimaOutcome.TOO_SHORT);
        }
        boolean centred = constant || order.lost() > 0;
        Standardized series = Standardized.of(y, order.period(), centred);
        double[][] columns = trimmed(regressors, series);
        Differenced data = Differenced.of(series.values, series.missing, columns, difference(order));
        Pool pool = new Pool(data, longestLag(order.period()), Pool.Effort.FULL, expired);
        Candidate best = Ladder.climb(pool, order, constant, expired);
        if (!(best.value < Double.POSITIVE_INFINITY)) {
            return ArimaFit.none(ArimaOutcome.NO_FIT);
        }
        ArimaModel model = new Assembly(columns, series).of(best, data, pool.likelihood());
        return new ArimaFit(Optional.of(model), expired.getAsBoolean() ? ArimaOutcome.DEADLINE : ArimaOutcome.COMPLETE);
    }

    /**
     * Evaluates given coefficients on a series.
     *
     * @param y the series, with NaN where a value is missing
     * @param regressors one column each, as long as the series; none for a plain model
     * @param order the orders
     * @param constant whether to estimate a mean or, after differences, a drift
     * @param coefficients ar, ma, seasonal ar, seasonal ma, with the signs of R
     * @return the model; none if the series is too short, or the coefficients not stationary
     */
    public ArimaFit evaluate(
            double[] y, double[][] regressors, ArimaOrder order, boolean constant, double[] coefficients) {
        if (Standardized.observed(y) <= order.lost() + regressors.length + (constant ? 1 : 0)) {
            return ArimaFit.none(ArimaOutcome.TOO_SHORT);
        }
        Standardized series = Standardized.of(y, order.period(), constant || order.lost() > 0);
        double[][] columns = trimmed(regressors, series);
        Differenced data = Differenced.of(series.values, series.missing, columns, difference(order));
        Likelihood likelihood = new Likelihood(data);
        Coefficients layout = new Coefficients(order, false);
        double value =
                likelihood.evaluate(layout.autoregression(coefficients), layout.movingAverage(coefficients), constant);
        return value < Double.POSITIVE_INFINITY
                ? new ArimaFit(
                        Optional.of(new Assembly(columns, series).of(order, constant, coefficients, data, likelihood)),
                        ArimaOutcome.COMPLETE)
                : ArimaFit.none(ArimaOutcome.NO_FIT);
    }

    /**
     * Chooses differences and orders, and fits them.
     *
     * @param y the series, with NaN where a value is missing
     * @param period steps in a season; 1 or less for none; ignored if the series does not span two of them
     * @param expired asked at every step whether to stop with what there is
     * @return the model; none if fewer than four values are there. If time is up at once, only differences
     */
    public ArimaFit select(double[] y, int period, BooleanSupplier expired) {
        if (Standardized.observed(y) < LEAST_VALUES) {
            return ArimaFit.none(ArimaOutcome.TOO_SHORT);
        }
        Standardized series = Standardized.of(y, period, true);
        if (series.relativeSize == Double.POSITIVE_INFINITY) {
            ArimaOrder walk = ArimaOrder.of(0, 1, 0);
            return new ArimaFit(
                    evaluate(y, new double[0][], walk, false, new double[0]).model(), ArimaOutcome.CONSTANT);
        }
        Standardized rounded = series.rounded();
        int m = period > 1 && series.values.length > 2L * period ? period : 1;
        double magnitude = Differencing.magnitude(rounded.values);
        ArimaOrder plain = expired.getAsBoolean()
                ? Differencing.atOnce(rounded.values, m)
                : Differencing.choose(rounded.values, m, magnitude);
        double[] w = difference(plain).apply(rounded.values);
        if (Differencing.isConstant(w, magnitude)) {
            boolean drift = plain.difference() + plain.seasonalDifference() < 2 && Differencing.magnitude(w) > 0;
            return evaluate(y, new double[0][], plain, drift, new double[0]);
        }
        return new Selection(series, rounded, plain, expired).run();
    }

    static LagPolynomial difference(ArimaOrder order) {
        return LagPolynomial.difference(order.difference(), order.seasonalDifference(), order.period());
    }

    static int longestLag(int period) {
        return Math.max(5, 2 * period);
    }

    private static double[][] trimmed(double[][] regressors, Standardized series) {
        double[][] columns = new double[regressors.length][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Arrays.copyOfRange(regressors[j], series.first, series.first + series.values.length);
        }
        return columns;
    }

    /** One choice of orders. Not thread-safe. */
    private static final class Selection {
        private final Standardized series;
        private final Standardized rounded;
        private final ArimaOrder plain;
        private final BooleanSupplier expired;
        private final int n;
        private final int missing;

        Selection(Standardized series, Standardized rounded, ArimaOrder plain, BooleanSupplier expired) {
            this.series = series;
            this.rounded = rounded;
            this.plain = plain;
            this.expired = expired;
            n = series.values.length;
            missing = series.missing.length;
        }

        ArimaFit run() {
            Pool pool = new Pool(
                    data(rounded, (long) missing * n <= EXACT_SEARCH), longestLag(plain.period()), effort(), expired);
            Optional<Candidate> best = new OrderSearch(pool, plain, constants(), limits(), expired)
                    .run()
                    .map(c -> withSeason(c, pool));
            if (best.isEmpty()) {
                return ArimaFit.none(ArimaOutcome.NO_FIT);
            }
            ArimaOutcome outcome = expired.getAsBoolean()
                    ? ArimaOutcome.DEADLINE
                    : isLong() ? ArimaOutcome.LONG_SEASON : ArimaOutcome.COMPLETE;
            ArimaModel model = last(best.get());
            return isFinite(model) ? new ArimaFit(Optional.of(model), outcome) : ArimaFit.none(ArimaOutcome.NO_FIT);
        }

        /**
         * The choice is made on a rounded series and perhaps on guesses for missing values. On the series itself a model
         * without noise to speak of can have errors that are no numbers any more.
         */
        private static boolean isFinite(ArimaModel model) {
            return Double.isFinite(model.logLikelihood()) && Double.isFinite(model.variance());
        }

        private boolean isLong() {
            return (long) n * plain.period() > SHORT_SEASON;
        }

        /** Adds one seasonal moving average, where no seasonal orders were searched, if there is time and it is better. */
        private Candidate withSeason(Candidate best, Pool pool) {
            ArimaOrder order = best.order;
            if (!isLong() || (long) n * order.period() > MEDIUM_SEASON || expired.getAsBoolean()) {
                return best;
            }
            ArimaOrder seasonal = new ArimaOrder(
                    order.ar(), order.difference(), order.ma(), 0, order.seasonalDifference(), 1, order.period());
            Candidate more = pool.visit(seasonal, best.constant);
            return more.aicc() < best.aicc() ? more : best;
        }

        private Differenced data(Standardized of, boolean exact) {
            return Differenced.of(of.values, exact ? of.missing : new int[0], new double[0][], difference(plain));
        }

        private boolean[] constants() {
            return switch (plain.difference() + plain.seasonalDifference()) {
                case 0 -> new boolean[] {true};
                case 1 -> new boolean[] {false, true};
                default -> new boolean[] {false};
            };
        }

        private long size() {
            return (long) n * Math.max(plain.period(), 5);
        }

        private Pool.Effort effort() {
            return size() <= CHEAP ? Pool.Effort.USUAL : Pool.Effort.THRIFTY;
        }

        private OrderSearch.Limits limits() {
            long size = size();
            int breadth = size <= CHEAP ? 5 : size <= DEAR ? 2 : 1;
            return new OrderSearch.Limits(n, breadth, !isLong());
        }

        /** Goes on with missing values integrated out, if that is feasible, and returns to the series as it was given. */
        private ArimaModel last(Candidate best) {
            boolean exact = (long) missing * n <= (expired.getAsBoolean() ? EXACT_SEARCH : EXACT_END);
            Candidate winner = best;
            if (exact && missing > 0) {
                Pool pool = new Pool(data(rounded, true), longestLag(plain.period()), effort(), expired);
                winner = pool.adopt(best);
            }
            Differenced data = data(series, exact);
            return new Assembly(new double[0][], series).of(winner, data, new Likelihood(data));
        }
    }
}
