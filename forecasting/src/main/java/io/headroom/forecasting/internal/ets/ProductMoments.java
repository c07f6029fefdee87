package io.headroom.forecasting.internal.ets;

/**
 * Exact means and variances of the form M,*,M for normal relative errors e of variance v.
 *
 * <p>For one seasonal state s and x = (level, slope), r = E[x s] and q = E[x x' s^2] are carried through x' = (A + g w'
 * e) x, with A = [1 phi; 0 phi], w = (1, phi), g = (alpha, beta); at the steps of that season s' = (1 + gamma e) s as
 * well, which multiplies in E[(1 + gamma e)] = 1, E[e (1 + gamma e)] = gamma v, E[(1 + gamma e)^2] = 1 + gamma^2 v, E[e
 * (1 + gamma e)^2] = 2 gamma v and E[e^2 (1 + gamma e)^2] = v + 3 gamma^2 v^2. The mean of the step is w'r, its
 * variance (1 + v) w'q w - (w'r)^2.
 *
 * <p>Cost: O(h min(m, h)) for horizon h and m steps a season.
 */
final class ProductMoments {

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double phi;
    private final double v;
    private final double[] means;
    private final double[] variances;

    private double levelMean;
    private double slopeMean;
    private double levelSquare;
    private double product;
    private double slopeSquare;

    ProductMoments(EtsState state, double variance, int horizon) {
        EtsParameters parameters = state.parameters();
        alpha = parameters.alpha();
        beta = parameters.beta();
        gamma = parameters.gamma();
        phi = parameters.phi();
        v = variance;
        means = new double[horizon];
        variances = new double[horizon];
        int period = state.period();
        for (int first = 0; first < Math.min(period, horizon); first++) {
            double factor = state.season(first + 1);
            levelMean = state.level() * factor;
            slopeMean = state.slope() * factor;
            levelSquare = levelMean * levelMean;
            product = levelMean * slopeMean;
            slopeSquare = slopeMean * slopeMean;
            int last = horizon - 1 - (horizon - 1 - first) % period;
            for (int h = 0; h <= last; h++) {
                boolean hit = h % period == first;
                advance(h, hit, hit ? gamma : 0);
            }
        }
    }

    private void advance(int h, boolean hit, double weight) {
        double mean = levelMean + phi * slopeMean;
        double levelCross = levelSquare + phi * product;
        double slopeCross = phi * (product + phi * slopeSquare);
        double square = levelCross + slopeCross;
        if (hit) {
            means[h] = mean;
            variances[h] = Math.max(square - mean * mean, 0) + v * square;
        }
        double one = 1 + weight * weight * v;
        double two = 2 * weight * v;
        double three = v + 3 * weight * weight * v * v;
        double slopeNext = phi * phi * slopeSquare;
        double crossNext = slopeCross;
        levelMean = mean * (1 + weight * v * alpha);
        slopeMean = phi * slopeMean + weight * v * beta * mean;
        levelSquare = square * (one + 2 * two * alpha + three * alpha * alpha);
        product = one * crossNext + two * (alpha * crossNext + beta * square) + three * alpha * beta * square;
        slopeSquare = one * slopeNext + 2 * two * beta * crossNext + three * beta * beta * square;
    }

    double[] means() {
        return means;
    }

    double[] variances() {
        return variances;
    }
}
