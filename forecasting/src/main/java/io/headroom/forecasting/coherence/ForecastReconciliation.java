package io.headroom.forecasting.coherence;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reconciliation of whole forecasts: reads means and variances off them, and moves them. Not thread-safe. */
final class ForecastReconciliation {
    private final Reconciler reconciler;
    private final FlowHierarchy hierarchy;
    private final List<RateForecast> flows = new ArrayList<>();
    private final @Nullable RateForecast[] groups;

    ForecastReconciliation(Reconciler reconciler, Map<Flow, RateForecast> flows, Map<FlowGroup, RateForecast> groups) {
        this.reconciler = reconciler;
        this.hierarchy = reconciler.hierarchy();
        flows.keySet().forEach(hierarchy::position);
        for (Flow flow : hierarchy.flows()) {
            RateForecast forecast = flows.get(flow);
            if (forecast == null) {
                throw Checks.failure(
                        "flow " + flow, "must have a forecast", "it is new: a forecast of its prior will do");
            }
            this.flows.add(checked(forecast, flow.key()));
        }
        this.groups = new RateForecast[hierarchy.groups().size()];
        groups.forEach((group, forecast) -> this.groups[hierarchy.position(group)] = checked(forecast, group.key()));
    }

    private RateForecast checked(RateForecast forecast, String what) {
        RateForecast first = flows.isEmpty() ? forecast : flows.get(0);
        if (!(forecast.grid().equals(first.grid())
                && forecast.firstIndex() == first.firstIndex()
                && forecast.horizon() == first.horizon())) {
            throw Checks.failure(
                    "forecast of " + what + ", " + forecast,
                    "must cover the same steps as " + first,
                    "one series was observed for longer than the other");
        }
        return forecast;
    }

    CoherentForecasts run() {
        int horizon = flows.get(0).horizon();
        double[][] means = new double[flows.size()][horizon];
        for (int step = 1; step <= horizon; step++) {
            ReconciledMeans reconciled = reconciler.reconcile(base(step));
            for (int f = 0; f < means.length; f++) {
                means[f][step - 1] = reconciled.flow(f);
            }
        }
        List<RateForecast> moved = new ArrayList<>(flows.size());
        for (int f = 0; f < means.length; f++) {
            moved.add(MovedForecast.to(flows.get(f), means[f]));
        }
        return new CoherentForecasts(hierarchy, moved);
    }

    private BaseMeans base(int step) {
        double[] mean = new double[flows.size()];
        double[] variance = new double[flows.size()];
        for (int f = 0; f < mean.length; f++) {
            mean[f] = flows.get(f).mean(step);
            variance[f] = Spread.variance(flows.get(f), step);
        }
        double[] groupMean = new double[groups.length];
        double[] groupVariance = new double[groups.length];
        for (int g = 0; g < groups.length; g++) {
            RateForecast forecast = groups[g];
            groupMean[g] = forecast == null ? Double.NaN : forecast.mean(step);
            groupVariance[g] = forecast == null ? Double.NaN : Spread.variance(forecast, step);
        }
        return BaseMeans.of(hierarchy, mean, groupMean).withVariances(variance, groupVariance);
    }
}
