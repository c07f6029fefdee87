package io.headroom.forecasting.internal.blend;

import java.util.List;

/**
 * A fitted blend. Immutable as long as nobody moves its state: copy it first.
 *
 * @param beginning the state before the history
 * @param rehearsals the blend's forecasts within the history, by coefficients that did not see what came after
 * @param complete whether all members were tried: false if time was up before
 */
public record BlendFit(Blend beginning, List<Pair> rehearsals, boolean complete) {
    /**
     * A forecast and what came.
     *
     * @param step steps ahead, 1 or more
     * @param forecast of the value
     * @param actual the value
     */
    public record Pair(int step, double forecast, double actual) {}
}
