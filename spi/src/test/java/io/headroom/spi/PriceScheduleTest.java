package io.headroom.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aChangeHoldsFromItsInstantOn() {
        PriceSchedule prices =
                PriceSchedule.flat(1).from(NOON.plusSeconds(60), 3).from(NOON, 2);
        assertThat(prices.at(Instant.MIN)).isEqualTo(1);
        assertThat(prices.at(NOON.minusNanos(1))).isEqualTo(1);
        assertThat(prices.at(NOON)).isEqualTo(2);
        assertThat(prices.at(Instant.MAX)).isEqualTo(3);
        assertThat(prices.from(NOON, 5).at(NOON)).as("the later word counts").isEqualTo(5);
        assertThat(prices.changes().keySet()).containsExactly(NOON, NOON.plusSeconds(60));
        assertThatThrownBy(() -> prices.changes().put(NOON, 7.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void pricesAreFiniteAndNotNegative() {
        for (double price : new double[] {Double.NaN, -0.01, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> PriceSchedule.flat(price));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PriceSchedule.flat(1).from(NOON, price))
                    .withMessageContaining("price from 2026-03-01T12:00:00Z");
            assertThatIllegalArgumentException().isThrownBy(() -> new PriceSchedule(0, Map.of(NOON, price)));
        }
    }

    @Test
    void aCostModelWithoutAnnouncedChangesHasThePriceOfItsUnitHour() {
        NodeGroup vm = new NodeGroup("vm", Region.of("eu"), NodeGroup.Kind.VM, Resources.compute(4));
        assertThat(CostModel.flat(0.25).prices(vm)).isEqualTo(PriceSchedule.flat(0.25));
    }
}
