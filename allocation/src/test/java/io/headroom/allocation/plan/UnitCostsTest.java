package io.headroom.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitCostsTest {
    @Test
    void theBreakEvenIsTheLastStepWorthHolding() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            UnitCosts costs = new UnitCosts(
                    Math.scalb(1 + random.nextDouble(), random.nextInt(40) - 20),
                    random.nextInt(5) == 0 ? 0 : Math.scalb(random.nextDouble(), random.nextInt(40) - 20));
            long most = costs.breakEvenSteps();
            assertThat(costs.worthHolding(most)).as("%s", costs).isTrue();
            assertThat(costs.worthHolding(most + 1)).as("%s", costs).isFalse();
        }
        assertThat(new UnitCosts(0.1, 0.3).breakEvenSteps()).isIn(2L, 3L);
        assertThat(new UnitCosts(Double.MIN_VALUE, Double.MAX_VALUE).breakEvenSteps())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(new UnitCosts(Double.MAX_VALUE, Double.MIN_VALUE).breakEvenSteps())
                .isZero();
    }

    @Test
    void bootingStepsArePartOfAStart() {
        assertThat(UnitCosts.booting(2, 5, 3)).isEqualTo(new UnitCosts(2, 13));
        assertThat(UnitCosts.booting(2, 5, 0).breakEvenSteps()).isEqualTo(5);
    }

    @Test
    void numbersOutsideTheirRangesAreRefused() {
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new UnitCosts(wrong, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cost of a step")
                    .hasMessageContaining("Maybe");
        }
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new UnitCosts(1, wrong)).hasMessageContaining("cost of a start");
            assertThatThrownBy(() -> UnitCosts.booting(1, 1, wrong)).hasMessageContaining("fee");
        }
        assertThatThrownBy(() -> UnitCosts.booting(1, -1, 0)).hasMessageContaining("lead");
    }
}
