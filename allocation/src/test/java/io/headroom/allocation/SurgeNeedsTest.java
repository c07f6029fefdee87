package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.API;
import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.MINUTES;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.allocation.rules.ReadyStock;
import io.headroom.core.Dependence;
import io.headroom.core.Location;
import io.headroom.core.MarginalForecast;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ready stocks are to cover. */
class SurgeNeedsTest {
    private static final DemandModel DEMAND =
            DemandModel.uniform(FlowDemand.perTransaction(Resources.compute(1), Resources.NONE, Resources.NONE));
    private static final int LAST = 6;

    private static double surge(ReadyStock stock, List<PredictionData> predictions) {
        AllocationPolicy policy =
                Fixtures.policy(ResourcePolicy.builder().readyStock(stock), group("ones", EU, Resources.compute(1)));
        Map<Location, Map<Resource, Need>> needs = Map.of(EU, Map.of(Resource.COMPUTE, Need.of(0, 0, 0)));
        Map<Location, Map<Resource, Need>> surging =
                new SurgeNeeds(DEMAND, policy, MINUTES).add(needs, predictions, UsualNeed.NONE, NOON, LAST);
        return surging.get(EU).get(Resource.COMPUTE).surge().orElse(-1);
    }

    /** Pairs whose rates of 100 deviate by 20, independently. */
    private static List<PredictionData> pairs(int from, int count) {
        List<PredictionData> pairs = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            double[] spread = new double[LAST];
            Arrays.fill(spread, 20);
            RateForecast forecast = MarginalForecast.builder(MINUTES, MINUTES.index(NOON))
                    .dependence(Dependence.independent(7, "r" + i))
                    .mean(Fixtures.constant(LAST, 100))
                    .standardDeviation(spread)
                    .build();
            pairs.add(Fixtures.prediction(RegionPair.of("eu", "r" + i), Map.of(API, forecast), Map.of()));
        }
        return pairs;
    }

    @Test
    void aStockThatPairsShareIsSmallerThanOneForEach() {
        int count = 16;
        double shared = surge(ReadyStock.covering(0.99), pairs(0, count)) - 100 * count;
        double separate = 0;
        for (int i = 0; i < count; i++) {
            separate += surge(ReadyStock.covering(0.99), pairs(i, 1)) - 100;
        }
        // The deviation of a sum of n independent rates grows with the root of n.
        assertThat(shared / separate).isCloseTo(1 / Math.sqrt(count), within(0.03));
    }

    @Test
    void itCoversTheStepsFromHandingOutToTheLast() {
        PredictionData steps = Fixtures.certain(Fixtures.LINK, NOON, 9, 5, 4, 3, 2, 7);
        assertThat(surge(ReadyStock.covering(0.9), List.of(steps))).isEqualTo(9);
        assertThat(surge(ReadyStock.covering(0.9).withHandOut(Duration.ofMinutes(1)), List.of(steps)))
                .isEqualTo(7);
        PredictionData early = Fixtures.certain(Fixtures.LINK, NOON, 9, 5, 4, 3, 2, 1);
        assertThat(surge(ReadyStock.covering(0.9).withHandOut(Duration.ofMinutes(2)), List.of(early)))
                .isEqualTo(4);
        assertThat(surge(ReadyStock.covering(0.9).withHandOut(Duration.ofSeconds(Long.MAX_VALUE)), List.of(early)))
                .as("a hand-out that never ends covers the last step")
                .isEqualTo(1);
    }

    @Test
    void moreSafetyOrADearerViolationCoversMore() {
        List<PredictionData> one = pairs(0, 1);
        assertThat(surge(ReadyStock.covering(0.999), one)).isGreaterThan(surge(ReadyStock.covering(0.9), one));
        ReadyStock stock = ReadyStock.covering(0.5);
        assertThat(surge(stock.withViolation(10_000, 0), one)).isGreaterThan(surge(stock.withViolation(500, 0), one));
        // The median of the largest of six is somewhat more than 100.
        assertThat(surge(stock.withViolation(0, 100), one))
                .isBetween(surge(stock.withViolation(10_000, 0), one), surge(stock.withViolation(15_000, 0), one));
    }

    @Test
    void nothingIsSizedWithoutAStockOrAForecast() {
        assertThat(surge(ReadyStock.NONE, pairs(0, 1))).isEqualTo(-1);
        AllocationPolicy policy = Fixtures.policy(
                ResourcePolicy.builder().readyStock(ReadyStock.covering(0.9)), group("ones", EU, Resources.compute(1)));
        Map<Location, Map<Resource, Need>> unknown = Map.of(EU, Map.of(Resource.COMPUTE, Need.UNKNOWN));
        assertThat(new SurgeNeeds(DEMAND, policy, MINUTES).add(unknown, List.of(), UsualNeed.NONE, NOON, LAST))
                .isEqualTo(unknown);
    }
}
