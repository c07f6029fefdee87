package io.headroom.forecasting.internal.blend;

import io.headroom.forecasting.internal.autoregression.LagFit;
import io.headroom.forecasting.internal.autoregression.Standardization;
import org.jspecify.annotations.Nullable;

/**
 * A member that may enter a blend, on its way through the history that it was fitted to. Not thread-safe.
 */
final class Candidate {
    private final Member beginning;
    private final Member walking;
    private final @Nullable LagFit fit;
    private final double[] z;

    private Candidate(Member beginning, @Nullable LagFit fit, double[] z) {
        this.beginning = beginning;
        this.walking = beginning.copy();
        this.fit = fit;
        this.z = z;
    }

    /** A member whose few parameters are taken as they are. */
    static Candidate of(Member beginning) {
        return new Candidate(beginning, null, new double[0]);
    }

    /**
     * An autoregression; within the history it forecasts by coefficients that did not see what came after.
     *
     * @param filled the history without gaps
     */
    static Candidate of(LagFit fit, Standardization scale, double[] filled) {
        return new Candidate(new LagMember(fit.model()), fit, scale.forward(filled));
    }

    /** The member before the history. */
    Member beginning() {
        return beginning;
    }

    int memory() {
        return beginning.memory();
    }

    void observe(double y) {
        walking.observe(y);
    }

    /** Forecasts from where it stands. */
    void path(int origin, History history, double[] out) {
        if (fit == null) {
            walking.path(history, out);
        } else {
            fit.at(origin).path(z, origin, history.least(), history.largest(), out);
        }
    }
}
