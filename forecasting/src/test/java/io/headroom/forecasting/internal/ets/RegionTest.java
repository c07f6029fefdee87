package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The least of a quadratic over the region against many points of the region. */
class RegionTest {

    private static final long SEED = 31;

    static List<EtsForm> forms() {
        return EtsForm.admissible(true, false);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noPointOfTheRegionIsLower(EtsForm form) {
        Layout layout = new Layout(form, 6, true);
        Region region = new Region(layout);
        Random random = new Random(SEED);
        int k = layout.smoothing;
        for (int round = 0; round < 40; round++) {
            double[] point = inside(layout, random);
            double[] s = definite(k, random);
            double[] g = random.doubles(k, -3, 3).toArray();
            double[] step = new double[k];
            region.minimise(point, s, g, step);
            double least = value(s, g, step);
            assertThat(least).as("seed %d round %d", SEED, round).isLessThanOrEqualTo(1e-12);
            double[] reached = point.clone();
            for (int i = 0; i < k; i++) {
                reached[i] += step[i];
            }
            assertThat(layout.parameters(reached).inUsualRegion(form))
                    .as("seed %d round %d", SEED, round)
                    .isTrue();
            for (int trial = 0; trial < 300; trial++) {
                double[] other = inside(layout, random);
                for (int i = 0; i < k; i++) {
                    other[i] -= point[i];
                }
                if (!form.hasTrend() || !form.hasSeason()) {
                    assertThat(value(s, g, other))
                            .as("seed %d round %d", SEED, round)
                            .isGreaterThanOrEqualTo(least - 1e-12);
                }
            }
        }
    }

    private static double[] inside(Layout layout, Random random) {
        double[] point = new double[layout.size];
        double alpha = 1e-4 + 0.9998 * random.nextDouble();
        point[Layout.ALPHA] = alpha;
        if (layout.beta >= 0) {
            point[layout.beta] = 1e-4 + (alpha - 1e-4) * edge(random);
        }
        if (layout.gamma >= 0) {
            point[layout.gamma] = 1e-4 + (1 - alpha - 1e-4) * edge(random);
        }
        if (layout.phi >= 0) {
            point[layout.phi] = 0.8 + 0.18 * edge(random);
        }
        layout.capSlope(point);
        return point;
    }

    private static double edge(Random random) {
        int side = random.nextInt(4);
        return side == 0 ? 0 : side == 1 ? 1 : random.nextDouble();
    }

    private static double[] definite(int k, Random random) {
        double[] root = random.doubles((long) k * k, -2, 2).toArray();
        double[] s = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int l = 0; l < k; l++) {
                    s[i * k + j] += root[i * k + l] * root[j * k + l];
                }
            }
            s[i * k + i] += 0.1;
        }
        return s;
    }

    private static double value(double[] s, double[] g, double[] d) {
        double value = 0;
        int k = g.length;
        for (int i = 0; i < k; i++) {
            value += g[i] * d[i];
            for (int j = 0; j < k; j++) {
                value += 0.5 * d[i] * s[i * k + j] * d[j];
            }
        }
        return value;
    }
}
