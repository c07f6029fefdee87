package io.headroom.forecasting.lstm.internal.network;

/**
 * Adam (Kingma and Ba 2015) with a bound on the length of the slope (Pascanu et al. 2013), and beside the weights their running mean,
 * which forecasts better than any of them (Polyak and Juditsky 1992). Not thread-safe.
 */
public final class Adam {
    private static final float MEAN_DECAY = 0.9f;
    private static final float SQUARE_DECAY = 0.999f;
    private static final float TINY = 1e-8f;

    private final float[] weights;
    private final float[] mean;
    private final float[] square;
    private final float[] average;
    private final double clip;
    private final double averageDecay;
    private double meanWeight = 1;
    private double squareWeight = 1;
    private long steps;

    /**
     * Starts.
     *
     * @param weights first weights; copied
     * @param clip longest slope
     * @param averageDecay how much of the running mean is kept at a step, in [0, 1)
     */
    public Adam(float[] weights, double clip, double averageDecay) {
        this.weights = weights.clone();
        this.mean = new float[weights.length];
        this.square = new float[weights.length];
        this.average = weights.clone();
        this.clip = clip;
        this.averageDecay = averageDecay;
    }

    /**
     * The weights now.
     *
     * @return the live array
     */
    public float[] weights() {
        return weights;
    }

    /**
     * The running mean of the weights.
     *
     * @return a copy
     */
    public float[] average() {
        return average.clone();
    }

    /**
     * Moves the weights against the slope; does nothing if the slope is not finite.
     *
     * @param slope slope of the loss; changed
     * @param rate learning rate
     * @param decay share by which every weight shrinks, times the rate
     */
    public void step(float[] slope, double rate, double decay) {
        double squares = 0;
        for (float g : slope) {
            squares += (double) g * g;
        }
        if (!(squares < Double.POSITIVE_INFINITY)) {
            return;
        }
        steps++;
        double length = Math.sqrt(squares);
        float shrink = (float) (length > clip ? clip / length : 1);
        meanWeight *= MEAN_DECAY;
        squareWeight *= SQUARE_DECAY;
        float alpha = (float) (rate / (1 - meanWeight));
        float norm = (float) (1 / Math.sqrt(1 - squareWeight));
        float keep = (float) (1 - rate * decay);
        // Young means forget faster: the first weights are no estimate.
        float old = (float) Math.min(averageDecay, (1.0 + steps) / (10 + steps));
        for (int i = 0; i < weights.length; i++) {
            float g = slope[i] * shrink;
            mean[i] = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * g;
            square[i] = SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * g * g;
            weights[i] = keep * weights[i] - alpha * mean[i] / (norm * (float) Math.sqrt(square[i]) + TINY);
            average[i] = old * average[i] + (1 - old) * weights[i];
        }
    }
}
