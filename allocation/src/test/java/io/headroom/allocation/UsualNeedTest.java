package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsualNeedTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofHours(1));
    private static final SizingPlan RATIO = SizingPlan.uniform(new Sizing(0.9, 1, 3, 10));

    private static UsualNeed seen(UsualNeed before, double amount, long steps) {
        return before.with(Map.of(EU, Resources.compute(amount)), steps, GRID);
    }

    private static double usual(UsualNeed needs) {
        return (needs.price(RATIO).sizing(EU, Resource.COMPUTE).violationCost() - 3) / 10;
    }

    @Test
    void itIsTheMeanOfAllStepsForThreeDaysAndForgetsThen() {
        UsualNeed needs = seen(UsualNeed.NONE, 0, 5);
        assertThat(needs).as("nothing is known before the first need").isEqualTo(UsualNeed.NONE);
        double sum = 0;
        for (int i = 1; i <= 72; i++) {
            needs = seen(needs, i, 1);
            sum += i;
            assertThat(usual(needs)).isCloseTo(sum / i, within(1e-12));
        }
        double before = usual(needs);
        assertThat(usual(seen(needs, 100, 1))).isCloseTo(before + (100 - before) / 72, within(1e-12));
        assertThat(usual(seen(needs, 100, 1000))).isEqualTo(100);
    }

    @Test
    void severalStepsAtOnceCountAsOneByOne() {
        UsualNeed atOnce = seen(seen(UsualNeed.NONE, 4, 10), 8, 30);
        UsualNeed oneByOne = seen(UsualNeed.NONE, 4, 10);
        for (int i = 0; i < 30; i++) {
            oneByOne = seen(oneByOne, 8, 1);
        }
        assertThat(usual(atOnce)).isCloseTo(usual(oneByOne), within(1e-12)).isCloseTo(7, within(1e-12));
        assertThat(seen(atOnce, 5, 0)).isEqualTo(atOnce);
    }

    @Test
    void aPlanWithoutRatiosAndAnUnknownPlaceStayAsTheyAre() {
        UsualNeed needs = seen(UsualNeed.NONE, 4, 1);
        SizingPlan byQuantile = SizingPlan.uniform(new Sizing(0.9, 1));
        assertThat(needs.price(byQuantile).sizing(EU, Resource.COMPUTE)).isEqualTo(new Sizing(0.9, 1));
        assertThat(needs.price(RATIO).sizing(US, Resource.COMPUTE)).isEqualTo(new Sizing(0.9, 1, 3, 10));
        assertThat(needs.price(RATIO).sizing(EU, Resource.STORAGE)).isEqualTo(new Sizing(0.9, 1, 3, 10));
    }

    @Test
    void aPlaceThatIsNoLongerServedIsForgotten() {
        UsualNeed needs = seen(UsualNeed.NONE, 4, 1).with(Map.of(US, Resources.compute(2)), 1, GRID);
        assertThat(needs.means()).containsOnlyKeys("us/COMPUTE");
    }
}
