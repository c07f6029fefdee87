package io.headroom.forecasting.internal.ets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One form in the race for a series: its trials, best first. Not thread-safe. */
final class Contender {

    private static final double TOLERANCE = 1e-8;
    private static final int MANY_STEPS = 100;
    private static final int MOST_FINISHED = 4;

    final Layout layout;
    final Standardized series;
    private final GaussNewton newton;
    private final List<Trial> trials = new ArrayList<>();

    Contender(Layout layout, Standardized series, BooleanSupplier expired) {
        this.layout = layout;
        this.series = series;
        newton = new GaussNewton(series.values, layout, expired);
    }

    /** Adds a start. */
    void enter(double[] start) {
        trials.add(new Trial(start, newton.value(start)));
    }

    /** Adds the best of some rough starts, at most {@code keep}, and settles their states. */
    void enterRough(List<double[]> starts, int keep) {
        List<Trial> rough = new ArrayList<>();
        for (double[] start : starts) {
            rough.add(new Trial(start, newton.value(start)));
        }
        rough.sort(Comparator.comparingDouble(trial -> trial.value));
        for (Trial trial : rough.subList(0, Math.min(keep, rough.size()))) {
            trial.value = newton.settle(trial.point);
            trials.add(trial);
        }
    }

    /** Keeps the best trials and takes some steps with each. */
    void advance(int keep, int steps) {
        trials.sort(Comparator.comparingDouble(trial -> trial.value));
        while (trials.size() > keep) {
            trials.remove(trials.size() - 1);
        }
        for (Trial trial : trials) {
            trial.descend(newton, steps);
        }
        trials.sort(Comparator.comparingDouble(trial -> trial.value));
    }

    /** Descends to the end with the trials that may still win. */
    void finish() {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(trials.size(), MOST_FINISHED); i++) {
            Trial trial = trials.get(i);
            if (trial.optimistic() < best) {
                trial.descend(newton, MANY_STEPS);
                best = Math.min(best, trial.value);
            }
        }
        trials.sort(Comparator.comparingDouble(trial -> trial.value));
    }

    boolean hasValue() {
        return !trials.isEmpty() && trials.get(0).value < Double.POSITIVE_INFINITY;
    }

    /** Returns the best point so far, which is not to be changed. */
    double[] point() {
        return trials.get(0).point;
    }

    double aicc() {
        return aicc(trials.get(0).value);
    }

    /** Returns a criterion that the form will hardly get below when its trials are finished. */
    double optimisticAicc() {
        double least = Double.POSITIVE_INFINITY;
        for (Trial trial : trials) {
            least = Math.min(least, trial.optimistic());
        }
        return aicc(least);
    }

    private double aicc(double value) {
        return EtsModel.aicc(-value - series.shift(), layout.form.parameterCount(layout.period), series.observed);
    }

    EtsModel model(double[] y) {
        return EtsModel.of(layout, point(), series, trials.get(0).value + series.shift(), y);
    }

    EtsState beginning() {
        return new EtsState(layout.form, layout.parameters(point()), layout.states(point(), series));
    }

    /** A point on its way down. */
    private static final class Trial {
        /**
         * What remains to be gained is at most this, and this many times what the last step promised, in experience.
         */
        private static final double UNSEEN = 2;

        private static final double FOLD = 10;

        final double[] point;
        double value;
        double predicted = Double.POSITIVE_INFINITY;

        Trial(double[] point, double value) {
            this.point = point;
            this.value = value;
        }

        void descend(GaussNewton newton, int steps) {
            value = newton.descend(point, value, steps, TOLERANCE);
            predicted = newton.predicted();
        }

        double optimistic() {
            return value - UNSEEN - FOLD * predicted;
        }
    }
}
