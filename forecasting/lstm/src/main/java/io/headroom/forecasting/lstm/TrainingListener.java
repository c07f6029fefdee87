package io.headroom.forecasting.lstm;

/** Is told how a training goes, on the thread that trains, between two training steps. What it throws ends the fit. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * Takes a report: before the first step, and then some twenty times.
     *
     * @param progress how far it is
     */
    void progress(TrainingProgress progress);
}
