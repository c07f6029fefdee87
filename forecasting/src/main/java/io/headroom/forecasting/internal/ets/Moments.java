package io.headroom.forecasting.internal.ets;

/**
 * Means and variances of values to come, for normal one-step errors of variance sigma^2.
 *
 * <p>With c_j the response j steps after a unit error, and m_h the mean at step h (Hyndman, Koehler, Ord and Snyder
 * 2008, chapter 6):
 *
 * <ul>
 *   <li>A,*,N and A,*,A: v_h = sigma^2 (1 + sum c_j^2), j = 1 .. h - 1.
 *   <li>M,*,N and M,*,A: v_h = (1 + sigma^2) t_h - m_h^2, t_h = m_h^2 + sigma^2 sum c_j^2 t_(h-j).
 *   <li>M,*,M: exact, see {@link ProductMoments}.
 *   <li>A,*,M: linear in the errors around the path of means.
 * </ul>
 *
 * <p>Cost: O(h) for the first, O(h^2) for the others.
 */
final class Moments {

    private final EtsState state;
    private final EtsForm form;
    private final EtsParameters parameters;
    private final double variance;

    Moments(EtsState state, double variance) {
        this.state = state;
        this.variance = variance;
        form = state.form();
        parameters = state.parameters();
    }

    double[] means(int horizon) {
        return form.hasSeasonFactors() && form.hasRelativeError()
                ? new ProductMoments(state, variance, horizon).means()
                : state.means(horizon);
    }

    double[] variances(int horizon) {
        if (!form.hasSeasonFactors()) {
            return form.hasRelativeError() ? relativeVariances(horizon) : additiveVariances(horizon);
        }
        return form.hasRelativeError()
                ? new ProductMoments(state, variance, horizon).variances()
                : linearVariances(horizon);
    }

    /**
     * Returns the responses of the values at a step and after it to a unit error, in units of the series, at that step.
     *
     * @param step steps ahead at which the error happens, at least 1
     * @param length count of responses; the first is 1
     */
    double[] responses(int step, int length) {
        double[] responses = new double[length];
        double[] bases = form.hasSeasonFactors() ? state.bases(step + length - 1) : new double[0];
        double rise = parameters.phi();
        double slopes = 0;
        for (int j = 0; j < length; j++) {
            double trend = parameters.alpha() + parameters.beta() * slopes;
            double season = form.hasSeason() && j % state.period() == 0 ? parameters.gamma() : 0;
            if (j == 0) {
                responses[j] = 1;
            } else if (form.hasSeasonFactors()) {
                responses[j] = trend / state.season(step) * state.season(step + j)
                        + season / bases[step - 1] * bases[step + j - 1];
            } else {
                responses[j] = trend + season;
            }
            slopes += rise;
            rise *= parameters.phi();
        }
        return responses;
    }

    private double[] additiveVariances(int horizon) {
        double[] responses = responses(1, horizon);
        double[] variances = new double[horizon];
        double sum = 0;
        for (int h = 0; h < horizon; h++) {
            sum += responses[h] * responses[h];
            variances[h] = variance * sum;
        }
        return variances;
    }

    private double[] relativeVariances(int horizon) {
        double[] responses = responses(1, horizon);
        double[] means = state.means(horizon);
        double[] squares = new double[horizon];
        double[] variances = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            double spread = 0;
            for (int j = 1; j <= h; j++) {
                spread += responses[j] * responses[j] * squares[h - j];
            }
            squares[h] = means[h] * means[h] + variance * spread;
            variances[h] = variance * (squares[h] + spread);
        }
        return variances;
    }

    private double[] linearVariances(int horizon) {
        double[] variances = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            double[] responses = responses(step, horizon - step + 1);
            for (int j = 0; j < responses.length; j++) {
                variances[step - 1 + j] += variance * responses[j] * responses[j];
            }
        }
        return variances;
    }
}
