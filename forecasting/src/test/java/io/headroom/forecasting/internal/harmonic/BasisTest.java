package io.headroom.forecasting.internal.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums in closed form against sums one by one. */
class BasisTest {
    private static final long SEED = 5;

    private static double[] direct(List<Wave> waves, int t) {
        double[] row = new double[1 + 2 * waves.size()];
        row[0] = 1;
        for (int i = 0; i < waves.size(); i++) {
            row[2 * i + 1] = StrictMath.cos(waves.get(i).frequency() * t);
            row[2 * i + 2] = StrictMath.sin(waves.get(i).frequency() * t);
        }
        return row;
    }

    /** 7 and 40000 have no table: their angles are worked out. */
    @ParameterizedTest
    @ValueSource(ints = {168, 30, 40_000})
    void sumsOfProductsAreThoseOfTheRowsThatAreThere(int longer) {
        List<Wave> waves =
                List.of(new Wave(7, 1), new Wave(7, 3), new Wave(longer, 1), new Wave(longer, 4), new Wave(longer, 15));
        Random random = new Random(SEED);
        double[] w = random.doubles(501).map(x -> x < 0.1 ? Double.NaN : x).toArray();
        double[][] sums = new double[11][11];
        for (int t = 0; t < w.length; t++) {
            double[] row = direct(waves, t);
            for (int i = 0; i < row.length && !Double.isNaN(w[t]); i++) {
                for (int j = 0; j < row.length; j++) {
                    sums[i][j] += row[i] * row[j];
                }
            }
        }
        double[][] gram = new Basis(waves).regress(w).gram();
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums.length; j++) {
                assertThat(gram[i][j]).as("%d, %d", i, j).isCloseTo(sums[i][j], within(1e-9));
            }
        }
    }

    @Test
    void coefficientsAreFoundAgainWithHoles() {
        List<Wave> waves = List.of(new Wave(24, 1), new Wave(24, 5), new Wave(168, 2));
        double[] truth = {3, 1, -2, 0.5, 0.25, -1, 4};
        double[] z = new double[400];
        for (int t = 0; t < z.length; t++) {
            double[] row = direct(waves, t);
            for (int i = 0; i < row.length; i++) {
                z[t] += truth[i] * row[i];
            }
            z[t] = t % 11 == 4 || t < 20 ? Double.NaN : z[t];
        }
        Basis basis = new Basis(waves);
        double[] found = basis.regress(z).coefficients();
        assertThat(found).containsExactly(truth, within(1e-10));
        for (double rest : basis.residuals(z, found)) {
            assertThat(Double.isNaN(rest) || Math.abs(rest) < 1e-9).isTrue();
        }
    }

    @Test
    void candidatesLeaveOutWhatAShorterSeasonHas() {
        List<Wave> waves = Waves.candidates(new int[] {24, 168}, 10_000);
        assertThat(waves).contains(new Wave(24, 12), new Wave(168, 6), new Wave(168, 8), new Wave(168, 60));
        assertThat(waves).doesNotContain(new Wave(168, 7), new Wave(168, 14), new Wave(24, 13));
        assertThat(Waves.candidates(new int[] {24, 168}, 80)).hasSize(10 + 9);
        boolean[] counts = new boolean[waves.size()];
        counts[3] = true;
        boolean[] keep = Waves.upToLast(waves, counts);
        assertThat(Arrays.copyOf(keep, 5)).containsExactly(true, true, true, true, false);
        assertThat(keep[12]).isFalse();
    }
}
