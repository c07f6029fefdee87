package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;

/** The limit of beta against the eigenvalues of the error recursion. */
class AdmissibilityTest {

    private static final long SEED = 2;

    @Test
    void eigenvaluesCrossTheUnitCircleAtTheLimit() {
        Random random = new Random(SEED);
        for (int i = 0; i < 120; i++) {
            int period = 2 + random.nextInt(23);
            double alpha = i % 5 == 0 ? 0.01 : 0.01 + 0.93 * random.nextDouble();
            double gamma = i % 3 == 0 ? 1 - alpha : 0.02 + (0.98 - alpha) * random.nextDouble();
            double phi = new double[] {1, 0.98, 0.9, 0.8}[random.nextInt(4)];
            double limit = Admissibility.slopeLimit(alpha, gamma, phi, period);
            String point = String.format("m %d alpha %s gamma %s phi %s seed %d", period, alpha, gamma, phi, SEED);
            assertThat(radius(period, alpha, 0.999 * limit, gamma, phi))
                    .as(point)
                    .isLessThan(1 + 1e-9);
            assertThat(radius(period, alpha, 1.02 * limit, gamma, phi))
                    .as(point)
                    .isGreaterThan(1 + 1e-8);
        }
    }

    @Test
    void usualRegionWithoutTrendOrSeasonIsAdmissible() {
        EtsParameters parameters = new EtsParameters(0.9999, 0.9999, 1e-4, 1);
        assertThat(parameters.isAdmissible(EtsForm.parse("A,A,N"), 1)).isTrue();
        assertThat(parameters.isAdmissible(EtsForm.parse("A,A,A"), 12)).isFalse();
    }

    /**
     * Largest modulus among the eigenvalues of the error recursion; the redundancy of level and season keeps one at 1.
     */
    private static double radius(int m, double alpha, double beta, double gamma, double phi) {
        int n = m + 2;
        DMatrixRMaj transition = new DMatrixRMaj(n, n);
        transition.set(0, 0, 1);
        transition.set(0, 1, phi);
        transition.set(1, 1, phi);
        transition.set(2, n - 1, 1);
        for (int i = 3; i < n; i++) {
            transition.set(i, i - 1, 1);
        }
        double[] gain = {alpha, beta, gamma};
        for (int i = 0; i < gain.length; i++) {
            transition.add(i, 0, -gain[i]);
            transition.add(i, 1, -gain[i] * phi);
            transition.add(i, n - 1, -gain[i]);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false);
        assertThat(eigen.decompose(transition)).isTrue();
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, eigen.getEigenvalue(i).getMagnitude());
        }
        return largest;
    }
}
