package io.headroom.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The sum of many marginal forecasts, with their dependence kept analytically: the covariance over the steps is the sum
 * of the outer products of the terms' responses to each shock; a term adds its third moment times the square of
 * Cov(sum, term's score) / (term's deviation), which is 1 for a term that moves alone. A step's rate is then the
 * quadratic of its normal score z that has these moments, mean + deviation * (a z + b (z^2 - 1)) with a^2 + 2 b^2 = 1
 * and 6 b - 4 b^3 = skewness (the quadratic case of Fleishman, Psychometrika 43, 1978). Cost to build: terms times
 * factors times the square of the horizon; no scenario is drawn.
 *
 * <p>Departures from the exact law: dependence between skewed terms is taken at first order, the skewness is held
 * within 2, and normal terms are not cut off at zero one by one. {@link #path} makes none of them, so the two can be
 * held against each other. Immutable and thread-safe.
 */
public final class SumForecast implements RateForecast {
    private static final double MAXIMUM_SKEWNESS = 2;

    private final List<MarginalForecast> terms;
    private final double factor;
    private final double[] mean;
    private final double[][] covariance;
    private final double[] deviation;
    private final double[] curvature;

    /** What goes with the score itself, beside the curvature. */
    private final double[] slope;

    private SumForecast(List<MarginalForecast> terms) {
        this.terms = List.copyOf(terms);
        this.factor = 1;
        SumMoments moments = new SumMoments(this.terms);
        this.mean = moments.mean();
        this.covariance = moments.covariance();
        double[] third = moments.third();
        int n = mean.length;
        this.curvature = new double[n];
        this.slope = new double[n];
        for (int h = 0; h < n; h++) {
            double variance = covariance[h][h];
            curvature[h] = variance > 0 ? curvature(third[h] / (variance * Math.sqrt(variance))) : 0;
            slope[h] = Math.sqrt(1 - 2 * curvature[h] * curvature[h]);
        }
        this.deviation = deviations(covariance);
    }

    /** A multiple of a sum: its shape is the same, so nothing is added up again. */
    private SumForecast(SumForecast sum, double times) {
        this.terms = sum.terms;
        this.factor = sum.factor * times;
        int n = sum.horizon();
        this.mean = new double[n];
        this.covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            mean[i] = sum.mean[i] * times;
            for (int j = 0; j < n; j++) {
                covariance[i][j] = sum.covariance[i][j] * times * times;
            }
        }
        this.deviation = deviations(covariance);
        this.curvature = sum.curvature;
        this.slope = sum.slope;
    }

    private static double[] deviations(double[][] covariance) {
        double[] deviations = new double[covariance.length];
        Arrays.setAll(deviations, h -> Math.sqrt(covariance[h][h]));
        return deviations;
    }

    /** Solves 6 b - 4 b^3 = skewness by Newton's method. */
    private static double curvature(double skewness) {
        double target = Math.max(-MAXIMUM_SKEWNESS, Math.min(MAXIMUM_SKEWNESS, skewness));
        double b = target / 6;
        for (int i = 0; i < 8; i++) {
            b -= (6 * b - 4 * b * b * b - target) / (6 - 12 * b * b);
        }
        return b;
    }

    /**
     * Adds forecasts. Sums among them are taken apart first; if one is made of scenarios, so is the result.
     *
     * @param forecasts one or more forecasts of the same steps
     * @return their sum; the forecast itself if there is one
     * @throws IllegalArgumentException if there is none or they cover different steps
     */
    static RateForecast of(List<RateForecast> forecasts) {
        Checks.inRange(forecasts.size(), 1, Integer.MAX_VALUE, "number of forecasts to add");
        if (forecasts.size() == 1) {
            return forecasts.get(0);
        }
        RateForecast first = forecasts.get(0);
        List<MarginalForecast> marginal = new ArrayList<>();
        int scenarios = 0;
        for (RateForecast f : forecasts) {
            if (!(f.grid().equals(first.grid())
                    && f.firstIndex() == first.firstIndex()
                    && f.horizon() == first.horizon())) {
                throw Checks.failure(
                        "forecast " + f,
                        "must cover the same steps as " + first,
                        "one flow was observed for longer than the other");
            }
            if (f instanceof ScenarioForecast s) {
                scenarios = Math.max(scenarios, s.scenarios());
            } else if (f instanceof SumForecast s) {
                marginal.addAll(s.terms());
            } else if (f instanceof MarginalForecast m) {
                marginal.add(m);
            }
        }
        return scenarios > 0 ? byScenario(forecasts, scenarios) : new SumForecast(marginal);
    }

    private static ScenarioForecast byScenario(List<RateForecast> forecasts, int scenarios) {
        RateForecast first = forecasts.get(0);
        double[][] paths = new double[scenarios][first.horizon()];
        for (RateForecast f : forecasts) {
            for (int s = 0; s < scenarios; s++) {
                double[] path = f.path(s);
                for (int h = 0; h < path.length; h++) {
                    paths[s][h] += path[h];
                }
            }
        }
        return ScenarioForecast.of(first.grid(), first.firstIndex(), paths);
    }

    /**
     * The forecasts that were added.
     *
     * @return an immutable list, at least two
     */
    public List<MarginalForecast> terms() {
        return factor == 1
                ? terms
                : terms.stream().map(term -> term.times(factor)).toList();
    }

    @Override
    public TimeGrid grid() {
        return terms.get(0).grid();
    }

    @Override
    public long firstIndex() {
        return terms.get(0).firstIndex();
    }

    @Override
    public int horizon() {
        return mean.length;
    }

    @Override
    public double mean(int step) {
        return mean[step - 1];
    }

    /**
     * The standard deviation of a step.
     *
     * @param step steps ahead, in [1, horizon]
     * @return 0 or more
     * @throws IndexOutOfBoundsException if the step is outside the horizon
     */
    public double standardDeviation(int step) {
        return deviation[step - 1];
    }

    @Override
    public double quantile(int step, double p) {
        return rate(step, StandardNormal.quantile(p));
    }

    /** Beyond the turning point of the parabola the rate stays level, so it never falls. */
    private double rate(int step, double z) {
        double b = curvature[step - 1];
        double a = slope[step - 1];
        double turned = b == 0 ? z : (b > 0 ? Math.max(z, -a / (2 * b)) : Math.min(z, -a / (2 * b)));
        double score = a * turned + b * (turned * turned - 1);
        return Math.max(0, mean[step - 1] + deviation[step - 1] * score);
    }

    @Override
    public DoubleUnaryOperator maximum(Window window) {
        return window.within(horizon()).length() == 1 ? p -> quantile(window.first(), p) : joint(window)::maximum;
    }

    @Override
    public double sumQuantile(Window window, double p) {
        return joint(window).sum(p);
    }

    private GaussianWindow joint(Window window) {
        return new GaussianWindow(window.within(horizon()), covariance, this::rate);
    }

    @Override
    public double[] path(long scenario) {
        double[] sum = new double[horizon()];
        for (MarginalForecast term : terms) {
            double[] path = term.path(scenario);
            for (int h = 0; h < sum.length; h++) {
                sum[h] += path[h] * factor;
            }
        }
        return sum;
    }

    @Override
    public SumForecast times(double times) {
        return new SumForecast(this, Checks.notNegative(times, "factor"));
    }

    @Override
    public SumForecast skip(int steps) {
        List<MarginalForecast> rest = new ArrayList<>(terms.size());
        for (MarginalForecast term : terms()) {
            rest.add(term.skip(steps));
        }
        return new SumForecast(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SumForecast f && terms().equals(f.terms());
    }

    @Override
    public int hashCode() {
        return terms().hashCode();
    }

    @Override
    public String toString() {
        return "SumForecast[" + terms.size() + " terms, " + horizon() + " steps from " + start(1) + "]";
    }
}
