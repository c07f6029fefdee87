package io.headroom.forecasting.lstm.internal.network;

/**
 * What the slopes of a training are worked out with. All else is the same whatever the engine: the batches, the steps that Adam takes,
 * the hold-out, and the weights, which go back to plain arrays after each step, so that a trained network is tracked without the engine.
 * Implementations are thread-safe.
 */
public interface Engine {
    /** Plain Java, {@link TrainingPass}. */
    Engine JAVA = new Engine() {
        @Override
        public String predictor() {
            return "lstm";
        }

        @Override
        public Pass pass(Shape shape, int lanes, int steps, int capacity, double dropout, long seed) {
            return new TrainingPass(shape, lanes, steps, capacity, dropout, seed);
        }
    };

    /**
     * What a predictor that trains with this engine is called.
     *
     * @return lower case, words joined by hyphens
     */
    String predictor();

    /**
     * Work space for batches of one size.
     *
     * @param shape the network's shape
     * @param lanes series side by side
     * @param steps steps of each
     * @param capacity most targets
     * @param dropout share of the decoder's units that are left out, others for each target, in [0, 1)
     * @param seed of their choice
     * @return a pass, to be closed after use
     */
    Pass pass(Shape shape, int lanes, int steps, int capacity, double dropout, long seed);
}
