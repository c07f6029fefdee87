package io.headroom.forecasting.coherence;

import io.headroom.core.MarginalForecast;
import io.headroom.core.MarginalForecastBuilder;
import io.headroom.core.RateForecast;
import io.headroom.core.ScenarioForecast;
import io.headroom.core.SumForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A forecast moved to other means. Every rate of a step is moved by the same amount and held at 0 or more: the spread
 * stays what it was, since reconciling does not make a flow less certain, and scaling would blow up flows of small mean and
 * leave others, whose mean fell, with too little. Memory and dependence are kept. Scenarios are moved so far that their
 * mean is met after the holding; the mean of a marginal forecast is a number of its own.
 */
final class MovedForecast {
    private MovedForecast() {}

    static RateForecast to(RateForecast forecast, double[] means) {
        if (forecast instanceof MarginalForecast m) {
            return marginal(m, means);
        }
        return forecast instanceof ScenarioForecast s ? scenarios(s, means) : sum((SumForecast) forecast, means);
    }

    private static MarginalForecast marginal(MarginalForecast forecast, double[] means) {
        int horizon = forecast.horizon();
        MarginalForecastBuilder builder = MarginalForecast.builder(forecast.grid(), forecast.firstIndex())
                .mean(means)
                .impulse(forecast.impulse())
                .dependence(forecast.dependence())
                .skipped(forecast.skipped());
        double[] levels = forecast.levels();
        if (levels.length == 0) {
            double[] deviations = new double[horizon];
            Arrays.setAll(deviations, h -> forecast.standardDeviation(h + 1));
            return builder.standardDeviation(deviations).build();
        }
        double[][] table = new double[horizon][levels.length];
        for (int h = 0; h < horizon; h++) {
            double by = means[h] - forecast.mean(h + 1);
            double before = 0;
            for (int k = 0; k < levels.length; k++) {
                before = Math.max(before, forecast.quantile(h + 1, levels[k]) + by);
                table[h][k] = before;
            }
        }
        return builder.quantiles(levels, table).build();
    }

    /** Each term takes a part of the move as large as its part of the mean. */
    private static RateForecast sum(SumForecast forecast, double[] means) {
        List<MarginalForecast> terms = forecast.terms();
        List<RateForecast> moved = new ArrayList<>(terms.size());
        for (MarginalForecast term : terms) {
            double[] own = new double[means.length];
            for (int h = 0; h < own.length; h++) {
                double mean = forecast.mean(h + 1);
                own[h] = mean > 0 ? means[h] * (term.mean(h + 1) / mean) : means[h] / terms.size();
            }
            moved.add(marginal(term, own));
        }
        return RateForecast.sum(moved);
    }

    private static ScenarioForecast scenarios(ScenarioForecast forecast, double[] means) {
        double[][] paths = new double[forecast.scenarios()][];
        Arrays.setAll(paths, forecast::path);
        for (int h = 0; h < means.length; h++) {
            double by = shift(paths, h, forecast.mean(h + 1), means[h]);
            for (double[] path : paths) {
                path[h] = Math.max(0, path[h] + by);
            }
        }
        return ScenarioForecast.of(forecast.grid(), forecast.firstIndex(), paths);
    }

    /** The shift after which the rates, held at 0, have the wanted mean: those above -shift share what is wanted. */
    private static double shift(double[][] paths, int h, double mean, double wanted) {
        double[] rates = new double[paths.length];
        Arrays.setAll(rates, s -> paths[s][h]);
        Arrays.sort(rates);
        if (rates[0] + wanted - mean >= 0) {
            return wanted - mean;
        }
        double sum = 0;
        for (int above = 1; above <= rates.length; above++) {
            int i = rates.length - above;
            sum += rates[i];
            double by = (wanted * rates.length - sum) / above;
            if (i == 0 || rates[i - 1] + by <= 0) {
                return by;
            }
        }
        return 0;
    }
}
