package io.headroom.forecasting.lstm.internal.network;

/** Works out the loss of batches of one size, and its slope. Not thread-safe. */
public interface Pass extends AutoCloseable {
    /**
     * Runs forward and backward.
     *
     * @param w weights of the network
     * @param batch the batch; its states move to its end
     * @param slope takes the slope of the mean weighted loss, replacing what is there
     * @return mean weighted loss; 0 if the batch has no target
     */
    double slope(float[] w, Batch batch, float[] slope);

    /** Gives memory back. */
    @Override
    void close();
}
