package io.headroom.forecasting.internal.blend;

import io.headroom.forecasting.internal.autoregression.LagFit;
import org.jspecify.annotations.Nullable;

/**
 * A member that may enter a blend, on its way through the history that it was fitted to. Not thread-safe.
 */
final class Candidate {
    private final Member beginning;
    private final Member walking;
    private final @Nullable LagFit fit;

    private Candidate(Member beginning, @Nullable LagFit fit) {
        this.beginning = beginning;
        this.walking = beginning.copy();
        this.fit = fit;
    }

    /** A member whose few parameters are taken as they are. */
    static Candidate of(Member beginning) {
        return new Candidate(beginning, null);
    }

    /** An autoregression; within the history it forecasts by coefficients that did not see what came after. */
    static Candidate of(LagFit fit) {
        return new Candidate(new LagMember(fit.model()), fit);
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
        Member member = fit == null ? walking : new LagMember(fit.at(origin));
        member.path(history, out);
    }
}
