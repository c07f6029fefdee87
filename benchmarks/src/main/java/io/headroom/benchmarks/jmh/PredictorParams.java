package io.headroom.benchmarks.jmh;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Which predictor, on how many points: a week of hours, 40 days of hours, two weeks of five minutes. */
@State(Scope.Thread)
public class PredictorParams {
    /** Name of the predictor. */
    @Param({
        "naive",
        "seasonal-naive",
        "ets",
        "theta",
        "arima",
        "harmonic",
        "additive",
        "mstl",
        "subset-ar",
        "croston",
        "direct",
        "auto"
    })
    public String predictor = "naive";

    /** Number of points. */
    @Param({"168", "960", "4032"})
    public int length;

    /** For JMH. */
    public PredictorParams() {}
}
