package io.headroom.forecasting.anomaly;

import io.headroom.core.Checks;
import io.headroom.forecasting.internal.novelty.Novelty;

/**
 * Finds anomalies without a model: values, patterns of three values, and levels that have no like among the last few
 * thousand. So it needs no season, no time stamps and no training, and takes negative numbers too; what has happened
 * once is no anomaly any more.
 *
 * <p>Each view gives the distance d to its nearest neighbour in the past. Its surprise is -ln P(D &gt; d) under a
 * power-law tail of the distances of the same series (Hill's estimator above the 32 largest), and the score is the
 * Euclidean norm of the three surprises. Nearest neighbours of lagged values come from conformal detectors (E. Burnaev
 * and V. Ishimtsev, arXiv:1608.04585) and from the matrix profile; here the law of the distances makes scores of different series
 * comparable, so that one threshold serves all.
 *
 * <p>An incident is told of once: after a score, scores that are no larger are 0 for a while ({@link
 * NoveltyDetectorBuilder#hold}). Of the next {@value #WATCHED} values after a spike {@value #STAYING} must stay beyond
 * half its height for the verdict of a shift. A value that is out of place but as high as the level is called a spike
 * upwards.
 *
 * <p>Nothing is scored in the first 100 values. A value takes some microseconds, a detector about 200 KiB at the default memory.
 * Not thread-safe.
 */
public final class NoveltyDetector implements AnomalyDetector {
    static final int WATCHED = 8;
    static final int STAYING = 7;

    private static final int LEVEL_STEPS = 24;

    private final Novelty novelty;
    private final double threshold;
    private final int hold;
    private double score;
    private double told;
    private long toldAt = Long.MIN_VALUE / 2;
    private long step;
    private double level;
    private int seen;
    private double before;
    private double height;
    private int watched = WATCHED;
    private int stayed;

    NoveltyDetector(NoveltyDetectorBuilder settings) {
        this.novelty = new Novelty(settings.memory);
        this.threshold = settings.threshold;
        this.hold = settings.hold;
    }

    /**
     * Starts a detector.
     *
     * @return a builder
     */
    public static NoveltyDetectorBuilder builder() {
        return new NoveltyDetectorBuilder();
    }

    @Override
    public AnomalyVerdict observe(double value) {
        if (Double.isInfinite(value)) {
            throw Checks.failure(
                    "value " + value, "must be finite, or NaN if missing", "a division by zero came first");
        }
        step++;
        score = 0;
        if (Double.isNaN(value)) {
            return AnomalyVerdict.NORMAL;
        }
        tell(novelty.next(value));
        AnomalyVerdict verdict = score >= threshold ? spike(value) : watch(value);
        seen = Math.min(seen + 1, LEVEL_STEPS);
        level = (1 - 1.0 / seen) * level + value / seen; // A difference could overflow.
        return verdict;
    }

    private void tell(double news) {
        if (news > 0 && (news > told || step - toldAt > hold)) {
            score = news;
            told = news;
            toldAt = step;
        }
    }

    /** Watches from here on whether it stays; a spike on the way there is part of the same move. */
    private AnomalyVerdict spike(double value) {
        boolean up = value >= level;
        if (watched >= WATCHED || up != height > 0) {
            before = level;
            height = value - level;
            watched = height == 0 ? WATCHED : 0; // Out of place, but neither high nor low.
            stayed = 0;
            return AnomalyVerdict.spike(up);
        }
        AnomalyVerdict move = watch(value);
        return move.isShift() ? move : AnomalyVerdict.spike(up);
    }

    private AnomalyVerdict watch(double value) {
        if (watched >= WATCHED) {
            return AnomalyVerdict.NORMAL;
        }
        watched++;
        if ((value - before) / height > 0.5) {
            stayed++;
        }
        if (watched < WATCHED || stayed < STAYING) {
            return AnomalyVerdict.NORMAL;
        }
        return AnomalyVerdict.shift(height > 0);
    }

    @Override
    public double score() {
        return score;
    }

    /**
     * The score from which on a value is a spike.
     *
     * @return in nats
     */
    public double threshold() {
        return threshold;
    }
}
