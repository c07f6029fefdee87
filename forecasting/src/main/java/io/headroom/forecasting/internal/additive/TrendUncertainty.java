package io.headroom.forecasting.internal.additive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a trend may do behind its history, in closed form. As in Prophet, changes of slope arrive as a Poisson process of
 * a rate S a step and are Laplace distributed with scale L; Prophet draws a thousand paths of them. A change x steps
 * before the end moves the end by x times itself, so that u steps ahead
 *
 * <p>variance = (2/3) S L^2 u^3, fourth cumulant = (24/5) S L^4 u^5, log of the characteristic function = S (atan(L w u)
 * / (L w) - u),
 *
 * <p>and quantiles follow from the latter by one integral (Gil-Pelaez), with or without normal noise. Immutable and
 * thread-safe.
 */
public final class TrendUncertainty {
    /** Most points of the integral; enough while the trend's deviation is at most 200 times that of the noise. */
    private static final int POINTS = 16_384;

    /** Where the normal part of the characteristic function has vanished, as a logarithm. */
    private static final double VANISHED = -45;

    /** Deviations that the midpoint rule keeps apart. */
    private static final double REACH = 40;

    private static final int HALVINGS = 50;

    private final double rate;
    private final double scale;

    /**
     * Makes the law.
     *
     * @param rate expected changes of slope a step, 0 or more
     * @param scale mean absolute change of slope, in the unit of the series a step, 0 or more
     */
    public TrendUncertainty(double rate, double scale) {
        this.rate = rate;
        this.scale = scale;
    }

    /**
     * The variance of the trend.
     *
     * @param ahead steps behind the history, 0 or more
     * @return in the squared unit of the series
     */
    public double variance(double ahead) {
        return 2.0 / 3 * rate * scale * scale * ahead * ahead * ahead;
    }

    /**
     * The fourth cumulant of the trend; all odd ones are 0.
     *
     * @param ahead steps behind the history, 0 or more
     * @return in the unit of the series to the fourth power
     */
    public double fourthCumulant(double ahead) {
        double square = scale * ahead;
        square *= square;
        return 24.0 / 5 * rate * ahead * square * square;
    }

    /**
     * A quantile of the deviation of a value from its mean: trend and normal noise.
     *
     * @param p level, in (0, 1)
     * @param ahead steps behind the history, 0 or more
     * @param sigma deviation of the noise, above 0
     * @return the deviation, in the unit of the series
     */
    public double quantile(double p, double ahead, double sigma) {
        double deviation = Math.sqrt(variance(ahead) + sigma * sigma);
        double low = 0;
        double high = deviation;
        double level = Math.max(p, 1 - p);
        while (above(high, ahead, sigma, deviation) > 1 - level && high < 1e6 * deviation) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (above(middle, ahead, sigma, deviation) > 1 - level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return p < 0.5 ? -high : high;
    }

    /**
     * P(deviation > x) = 1/2 - (1/pi) integral of sin(w x) / w phi(w) over w > 0; by the midpoint rule, whose error is
     * the mass beyond 2 pi / step, taken at the far end of the tails.
     */
    private double above(double x, double ahead, double sigma, double deviation) {
        double step = 2 * Math.PI / (x + REACH * deviation);
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            double w = (k + 0.5) * step;
            double log = -0.5 * sigma * sigma * w * w;
            if (log < VANISHED) {
                break;
            }
            double a = scale * w;
            if (a > 0) {
                log += rate * (StrictMath.atan(a * ahead) / a - ahead);
            }
            sum += StrictMath.sin(w * x) / (k + 0.5) * StrictMath.exp(log);
        }
        return 0.5 - sum / Math.PI;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(rate);
        out.writeDouble(scale);
    }

    static TrendUncertainty read(DataInput in) throws IOException {
        return new TrendUncertainty(in.readDouble(), in.readDouble());
    }
}
