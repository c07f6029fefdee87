package io.headroom.forecasting;

/** The law of a state's errors by horizon. */
interface StepLaw {
    /**
     * A quantile of a step.
     *
     * @param step steps ahead, 1 or more
     * @param centre the forecast
     * @param level place among {@link EmpiricalShape#levels}
     * @return 0 or more
     */
    double quantile(int step, double centre, int level);

    /** All quantiles of a step, as the calibration spreads them unless the law calibrates itself. */
    double[] quantiles(int step, double centre, LiveCalibration calibration);

    /** Whether the law follows live errors by itself, so that no calibration is to be laid over it. */
    default boolean calibratesItself() {
        return false;
    }
}
