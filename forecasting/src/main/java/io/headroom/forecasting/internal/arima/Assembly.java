package io.headroom.forecasting.internal.arima;

/** Makes models of candidates: back to the units of the series, with a state before its first step. */
final class Assembly {
    private final double[][] regressors;
    private final Standardized series;

    Assembly(double[][] regressors, Standardized series) {
        this.regressors = regressors;
        this.series = series;
    }

    /** Evaluates a candidate once more and makes its model. */
    ArimaModel of(Candidate candidate, Differenced data, Likelihood likelihood) {
        return of(candidate.order, candidate.constant, candidate.layout.of(candidate.x), data, likelihood);
    }

    ArimaModel of(ArimaOrder order, boolean hasConstant, double[] c, Differenced data, Likelihood likelihood) {
        Coefficients layout = new Coefficients(order, false);
        LagPolynomial ar = layout.autoregression(c);
        LagPolynomial ma = layout.movingAverage(c);
        double value = likelihood.evaluate(ar, ma, hasConstant);
        double[] b = likelihood.regression();
        double constant = hasConstant ? b[b.length - 1] : 0;
        double[] regression = new double[data.regressors];
        for (int j = 0; j < regression.length; j++) {
            regression[j] = b[data.missing + j] * series.scale;
        }
        double[] z = completed(b, data);
        LagPolynomial difference =
                LagPolynomial.difference(order.difference(), order.seasonalDifference(), order.period());
        Backcast back = new Backcast(z, series.first, difference, ar, ma, constant);
        double location = order.lost() > 0 || !hasConstant ? 0 : series.location;
        double variance = likelihood.variance() * series.scale * series.scale;
        int effective = likelihood.effective();
        int free = effective - order.size() - regression.length - (hasConstant ? 1 : 0);
        ArimaState state = new ArimaState(
                order.period(),
                ar.times(difference),
                ma,
                constant * ar.sum() * series.scale,
                series.location,
                free > 0 ? variance * effective / free : variance,
                times(back.values),
                times(back.errors));
        double logLikelihood = -value - series.shift(effective);
        double mean = location + constant * series.scale;
        return new ArimaModel(
                order, hasConstant, mean, c.clone(), regression, logLikelihood, effective, variance, state);
    }

    /** The series less its regressors, with the best guesses where a value is missing. */
    private double[] completed(double[] b, Differenced data) {
        double[] z = series.values.clone();
        for (int j = 0; j < data.missing; j++) {
            z[series.missing[j]] -= b[j];
        }
        for (int j = 0; j < data.regressors; j++) {
            for (int t = 0; t < z.length; t++) {
                z[t] -= b[data.missing + j] * regressors[j][t];
            }
        }
        return z;
    }

    private double[] times(double[] x) {
        double[] result = x.clone();
        for (int i = 0; i < x.length; i++) {
            result[i] *= series.scale;
        }
        return result;
    }
}
