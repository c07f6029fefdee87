package io.headroom.simulation.strategy.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.simulation.strategy.ReferenceTable;
import io.headroom.simulation.strategy.frontier.PairedBootstrap.Difference;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairedBootstrapTest {
    /** Means are summed in another order here. */
    private static final double ROUNDING = 1e-12;

    static List<ReferenceTable.Row> cases() {
        return ReferenceTable.read("frontier/bootstrap_reference.csv");
    }

    /** Values by the public scorer, see bootstrap_reference.py. */
    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheScorer(ReferenceTable.Row row) {
        long seed = Long.parseLong(row.text("seed"));
        int n = row.whole("series");
        double[] a = new double[n];
        double[] b = new double[n];
        draw(seed, a, b);
        Statistic statistic = Statistic.valueOf(row.text("statistic").toUpperCase(Locale.ROOT));
        Difference difference = new PairedBootstrap(row.whole("resamples"), seed).difference(a, b, statistic);
        assertThat(difference.a()).isEqualTo(row.number("a"));
        assertThat(difference.b()).isEqualTo(row.number("b"));
        assertThat(difference.interval().isEmpty()).isEqualTo(row.text("low").isEmpty());
        difference.interval().ifPresent(i -> {
            assertThat(i.low()).isCloseTo(row.number("low"), within(ROUNDING));
            assertThat(i.high()).isCloseTo(row.number("high"), within(ROUNDING));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void drawsAsPythonDoes(ReferenceTable.Row row) {
        MersenneTwister random = new MersenneTwister(Long.parseLong(row.text("seed")));
        for (int i = 1; i < 1000; i++) {
            random.nextDouble();
        }
        assertThat(random.nextDouble()).isEqualTo(row.number("draw"));
    }

    private static void draw(long seed, double[] a, double[] b) {
        ReferenceTable.Lcg random = new ReferenceTable.Lcg(seed % (1L << 31));
        for (int i = 0; i < a.length; i++) {
            a[i] = random.below(1000) / 64.0;
            b[i] = random.below(5) == 0 ? a[i] : a[i] + (random.below(400) - 150) / 64.0;
        }
    }

    @Test
    void equalRunsDifferByNothing() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (Statistic statistic : Statistic.values()) {
            Difference difference = PairedBootstrap.standard().difference(values, values, statistic);
            assertThat(difference.value()).isZero();
            assertThat(difference.interval()).contains(new PairedBootstrap.Interval(0, 0));
            assertThat(difference.isLess()).isFalse();
        }
    }

    @Test
    void aShiftOfAllSeriesIsNoChance() {
        double[] a = {1, 5, 2, 8, 3, 9, 4, 7};
        double[] b = {2, 6, 3, 9, 4, 10, 5, 8};
        for (Statistic statistic : Statistic.values()) {
            Difference difference = PairedBootstrap.standard().difference(a, b, statistic);
            assertThat(difference.value()).isEqualTo(-1);
            assertThat(difference.isLess()).isTrue();
            assertThat(PairedBootstrap.standard().difference(b, a, statistic).isLess())
                    .isFalse();
        }
    }

    @Test
    void whatCannotBePairedIsRefused() {
        PairedBootstrap bootstrap = PairedBootstrap.standard();
        assertThatThrownBy(() -> bootstrap.difference(new double[2], new double[3], Statistic.MEAN))
                .hasMessageContaining("2 figures against 3");
        assertThatThrownBy(() -> bootstrap.difference(new double[0], new double[0], Statistic.MEAN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bootstrap.difference(new double[] {Double.NaN}, new double[1], Statistic.MEAN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PairedBootstrap(0, 1)).hasMessageContaining("resamples 0");
    }
}
