package io.headroom.forecasting.internal.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TailSurpriseTest {
    /** The formula over all numbers so far, sorted anew for each. */
    private static double naive(double[] all, int n) {
        if (n < TailSurprise.WARM_UP) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(all, n);
        Arrays.sort(sorted);
        int k = Math.min(TailSurprise.MOST_KEPT, Math.max(TailSurprise.LEAST_KEPT, (int) (TailSurprise.SHARE * n)));
        double bound = sorted[n - 1 - k];
        if (!(all[n] > bound)) {
            return 0;
        }
        double hill = TailSurprise.PRIOR * TailSurprise.PRIOR_WEIGHT;
        for (int i = 0; i < k; i++) {
            hill += StrictMath.log(sorted[n - 1 - i] / bound);
        }
        hill /= k + TailSurprise.PRIOR_WEIGHT;
        return StrictMath.log((n + 1.0) / (k + 1.0))
                + Math.min(TailSurprise.FURTHEST, StrictMath.log(all[n] / bound) / hill);
    }

    @Test
    void equalsItsFormulaOverAllNumbers() {
        Random random = new Random(1);
        double[] all = new double[3000];
        Arrays.setAll(all, i -> Math.exp(2 * random.nextGaussian()));
        TailSurprise tail = new TailSurprise();
        int surprises = 0;
        for (int n = 0; n < all.length; n++) {
            double surprise = tail.next(all[n]);
            surprises += surprise > 0 ? 1 : 0;
            assertThat(surprise).as("number %d, seed 1", n).isEqualTo(naive(all, n));
        }
        assertThat(surprises).isBetween(50, 150);
    }

    /** P(X > x) = x^(-2) exactly: a number at the 1e-6 quantile surprises by about ln 1e6 = 13.8. */
    @Test
    void isTheLogarithmOfTheTailProbabilityOfAPowerLaw() {
        Random random = new Random(2);
        TailSurprise tail = new TailSurprise();
        for (int i = 0; i < 20_000; i++) {
            tail.next(1 / Math.sqrt(1 - random.nextDouble()));
        }
        assertThat(tail.next(1000)).as("seed 2").isCloseTo(13.8, within(3.0));
    }

    @Test
    void theFirstNumberAboveZeroIsAsSurprisingAsCanBe() {
        TailSurprise tail = new TailSurprise();
        for (int i = 0; i < 500; i++) {
            assertThat(tail.next(0)).isZero();
        }
        assertThat(tail.next(1e-300)).isGreaterThan(TailSurprise.FURTHEST);
        assertThat(tail.next(0)).isZero();
    }

    /** What was rare stays known through the thinning, and what is common after it is no surprise. */
    @Test
    void oldNumbersFade() {
        Random random = new Random(3);
        TailSurprise tail = new TailSurprise();
        int early = 0;
        int late = 0;
        for (int i = 0; i < 4 * TailSurprise.HALVE_AT; i++) {
            double surprise = tail.next(random.nextDouble());
            boolean large = surprise > 6;
            early += large && i < TailSurprise.HALVE_AT ? 1 : 0;
            late += large && i >= TailSurprise.HALVE_AT ? 1 : 0;
            assertThat(surprise).as("number %d, seed 3", i).isBetween(0.0, 40.0);
        }
        assertThat(early).as("seed 3").isLessThan(200);
        assertThat(late).as("seed 3").isBetween(30, 400);
        assertThat(tail.next(50)).isGreaterThan(15);
    }
}
