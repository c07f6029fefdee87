package io.headroom.forecasting.coherence;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import java.util.Arrays;
import java.util.Map;

/**
 * Makes forecasts add up. Of all means that do it takes those that are closest to what was forecast, in weighted least
 * squares over flows and groups: with the summing matrix S and weights W^-1, the flows
 *
 * <pre>b = (S' W^-1 S)^-1 S' W^-1 y</pre>
 *
 * <p>(Hyndman, Lee and Wang, Fast computation of reconciled forecasts for hierarchical and grouped time series,
 * Computational Statistics and Data Analysis 97, 2016; with variances as weights it is the minimum trace estimate with a
 * diagonal W of Wickramasuriya, Athanasopoulos and Hyndman, JASA 114, 2019). Unless told otherwise it holds the flows at
 * 0 or more, which is a quadratic program (Wickramasuriya, Turlach and Hyndman, Statistics and Computing 30, 2020); it
 * is solved exactly, not by cutting off what is negative. Departure: the dual problem is solved, one unknown a group,
 * without a matrix. Cost: a few tens of passes over flows and levels for a step, a few times that where flows are held at
 * 0. Immutable and thread-safe; the result depends on the input alone.
 */
public final class Reconciler {
    private final FlowHierarchy hierarchy;
    private final Method method;
    private final boolean notNegative;

    /** What a forecast weighs. */
    public enum Method {
        /** The inverse of the number of flows that it is about: right if the errors of flows are alike and unrelated. */
        STRUCTURAL,
        /** The inverse of the variance of its error. */
        VARIANCE
    }

    private Reconciler(FlowHierarchy hierarchy, Method method, boolean notNegative) {
        this.hierarchy = hierarchy;
        this.method = method;
        this.notNegative = notNegative;
    }

    /**
     * A reconciler that holds flows at 0 or more.
     *
     * @param hierarchy the flows and groups
     * @param method what a forecast weighs
     * @return the reconciler
     */
    public static Reconciler of(FlowHierarchy hierarchy, Method method) {
        return new Reconciler(hierarchy, method, true);
    }

    /**
     * The same without a bound: means of flows may come out negative.
     *
     * @return a copy
     */
    public Reconciler allowingNegative() {
        return new Reconciler(hierarchy, method, false);
    }

    /**
     * The flows and groups.
     *
     * @return the hierarchy
     */
    public FlowHierarchy hierarchy() {
        return hierarchy;
    }

    /**
     * Makes the means of one step add up. Input that adds up comes back as it is.
     *
     * @param base what was forecast; with variances for {@link Method#VARIANCE}
     * @return the closest means that add up
     * @throws IllegalArgumentException if the input is of another hierarchy, or the variances are missing
     */
    public ReconciledMeans reconcile(BaseMeans base) {
        if (base.hierarchy() != hierarchy) {
            throw Checks.failure(
                    "means of " + base.hierarchy(),
                    "must be of this reconciler's hierarchy, " + hierarchy,
                    "the hierarchy was made twice");
        }
        if (method == Method.STRUCTURAL) {
            double[] ones = new double[hierarchy.flows().size()];
            Arrays.fill(ones, 1);
            return new DualSolver(new Dual(base, ones, hierarchy.sums(ones), notNegative), !notNegative).solve();
        }
        Checks.require(
                base.hasVariances(),
                "means of " + hierarchy,
                "must come with variances",
                "the method STRUCTURAL is meant");
        return new DualSolver(new Dual(base, base.flowVariances(), base.groupVariances(), notNegative), !notNegative)
                .solve();
    }

    /**
     * Makes forecasts add up, step by step. The variances are those of the forecasts. Flows are held at 0 or more.
     *
     * @param flows a forecast of each flow of the hierarchy, all of the same steps
     * @param groups forecasts of some groups, of the same steps
     * @return the flows with their means moved, and their sums
     * @throws IllegalArgumentException if a flow is missing, a flow or group is not of the hierarchy, or one covers other steps
     */
    public CoherentForecasts reconcile(Map<Flow, RateForecast> flows, Map<FlowGroup, RateForecast> groups) {
        Reconciler bounded = new Reconciler(hierarchy, method, true);
        return new ForecastReconciliation(bounded, flows, groups).run();
    }
}
