package io.headroom.forecasting.internal.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fits and tracks of whole models. */
class HarmonicFitterTest {
    private static final long SEED = 3;

    private static double shape(int t, int day, int week) {
        double d = 2 * StrictMath.PI * t / day;
        double w = 2 * StrictMath.PI * t / week;
        return 2 + StrictMath.sin(d) + 0.5 * StrictMath.cos(3 * d) + 0.3 * StrictMath.sin(2 * w);
    }

    /** A day and a week under autoregressive errors. */
    private static double[] series(int n, int day, int week) {
        Random random = new Random(SEED);
        double[] z = new double[n];
        double x = 0;
        for (int t = 0; t < n; t++) {
            x = 0.6 * x + 0.1 * random.nextGaussian();
            z[t] = shape(t, day, week) + x;
        }
        return z;
    }

    private static HarmonicTrack after(HarmonicModel model, double[] z) {
        HarmonicTrack track = model.start();
        for (double value : z) {
            track.observe(value);
        }
        return track;
    }

    @Test
    void wavesAndErrorsAreTakenApart() {
        double[] z = series(1000, 24, 168);
        HarmonicModel model = new HarmonicFitter(new int[] {24, 168}, () -> false).fit(z, 0);
        assertThat(model.waves).contains(new Wave(24, 3), new Wave(168, 2)).hasSizeLessThan(20);
        assertThat(model.sigma2()).isCloseTo(0.01, within(0.0015));
        double[] means = after(model, z).means(200);
        for (int h = 20; h < 200; h++) {
            assertThat(means[h]).as("step %d", h).isCloseTo(shape(1000 + h, 24, 168), within(0.12));
        }
    }

    /** A day of minutes and a week of them: the waves are few, and the fit takes no longer for it. */
    @Test
    void longSeasonsCostTheirWavesOnly() {
        double[] z = series(3 * 10_080, 1440, 10_080);
        HarmonicModel model = new HarmonicFitter(new int[] {1440, 10_080}, () -> false).fit(z, 0);
        double[] means = after(model, z).means(3000);
        for (int h = 50; h < 3000; h++) {
            assertThat(means[h]).as("step %d", h).isCloseTo(shape(z.length + h, 1440, 10_080), within(0.06));
        }
        assertThat(model.memory.lags).as("rings of 1440 steps").isEmpty();
    }

    @Test
    void wanderingErrorsAreForecastFromWhereTheyStand() {
        Random random = new Random(SEED);
        double[] z = new double[700];
        double level = 0;
        for (int t = 0; t < z.length; t++) {
            level += 0.05 * random.nextGaussian();
            z[t] = level + shape(t, 24, 168);
        }
        HarmonicModel model = new HarmonicFitter(new int[] {24}, () -> false).fit(z, 1);
        HarmonicTrack track = after(model, z);
        assertThat(track.means(24)[23]).isCloseTo(level + shape(723, 24, 168), within(0.8));
        double[] impulse = track.impulse(30);
        assertThat(impulse[0]).isEqualTo(1);
        assertThat(impulse[29]).isGreaterThan(0.5);
    }

    @Test
    void meansAreThoseOfATrackThatSeesNothing() throws IOException {
        double[] z = series(900, 24, 168);
        HarmonicTrack track = after(new HarmonicFitter(new int[] {24, 168}, () -> false).fit(z, 1), z);
        double[] means = track.means(60);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        track.writeTo(new DataOutputStream(bytes));
        HarmonicTrack restored =
                HarmonicTrack.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(restored.means(60)).isEqualTo(means);
        assertThat(restored.impulse(60)).isEqualTo(track.impulse(60));
        for (double mean : means) {
            assertThat(track.mean()).isEqualTo(mean);
            track.observe(Double.NaN);
        }
    }

    @Test
    void phasesDoNotDrift() {
        double[] z = series(1000, 24, 168);
        HarmonicModel model = new HarmonicFitter(new int[] {24, 168}, () -> false).fit(z, 0);
        HarmonicTrack track = after(model, z);
        for (int i = 0; i < 168 * 20_000; i++) {
            track.observe(Double.NaN);
        }
        assertThat(track.mean()).isCloseTo(shape(1000, 24, 168), within(0.12));
    }

    @Test
    void timeThatIsUpLeavesPlainRegression() {
        double[] z = series(1000, 24, 168);
        HarmonicModel model = new HarmonicFitter(new int[] {24, 168}, () -> true).fit(z, 0);
        assertThat(after(model, z).means(48)[47]).isCloseTo(shape(1047, 24, 168), within(0.2));
    }
}
