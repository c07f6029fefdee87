package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.MINUTES;
import static io.headroom.allocation.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.Location;
import io.headroom.core.MarginalForecast;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TransactionType;
import io.headroom.core.Window;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TypedNeedsTest {
    private static final TransactionType API = TransactionType.of("api");
    private static final TransactionType COPY = TransactionType.of("copy");
    private static final TransactionType SYNC = TransactionType.of("sync");
    private static final Window WINDOW = Window.of(1, 2);
    private static final DemandModel MODEL = new DemandModel() {
        @Override
        public FlowDemand demand(io.headroom.core.Flow flow) {
            return FlowDemand.perTransaction(Resources.compute(1), Resources.NONE, Resources.NONE);
        }

        @Override
        public Resources base(Location location) {
            return Resources.compute(2);
        }
    };

    private static RateForecast rate(double mean, double deviation) {
        double[] means = Fixtures.constant(4, mean);
        double[] deviations = Fixtures.constant(4, deviation);
        return MarginalForecast.builder(MINUTES, MINUTES.index(NOON))
                .mean(means)
                .standardDeviation(deviations)
                .build();
    }

    private static PredictionData prediction() {
        return Fixtures.prediction(LINK, Map.of(API, rate(10, 3), COPY, rate(20, 8), SYNC, rate(5, 4)), Map.of());
    }

    private static AllocationPolicyBuilder builder() {
        return AllocationPolicy.builder()
                .standard(ResourcePolicy.builder()
                        .quantile(0.99)
                        .targetUtilisation(0.8)
                        .build())
                .place(World.ONES);
    }

    private static ResourceDeltaCalculator.Outlook outlook(ResourceDeltaCalculator calculator, SizingPlan plan) {
        return calculator.outlook(
                List.of(prediction()), (location, resource) -> WINDOW, plan, Places.of(List.of(EU)), Crew.ALONE);
    }

    private static Need refined(AllocationPolicy policy, double measured) {
        ResourceDeltaCalculator all = new ResourceDeltaCalculator(MODEL);
        TypedNeeds typed = new TypedNeeds(MODEL, policy);
        assertThat(typed.differ()).isTrue();
        Need plain = Need.of(outlook(all, policy.sizing()).later().get(EU).compute(), 1, 0);
        return typed.refine(
                        Map.of(EU, Map.of(Resource.COMPUTE, plain)),
                        TypedNeedsTest::outlook,
                        model -> Map.of(EU, Resources.compute(measured)))
                .get(EU)
                .get(Resource.COMPUTE);
    }

    private static double alone(Sizing sizing, double base, RateForecast rate) {
        return (base + rate.maximumQuantile(WINDOW, sizing.quantile())) / sizing.targetUtilisation();
    }

    @Test
    void aPolicyWithoutTypesMakesNoDifference() {
        assertThat(new TypedNeeds(MODEL, builder().build()).differ()).isFalse();
        AllocationPolicy same = builder().type(API, TypePolicy.STANDARD).build();
        assertThat(new TypedNeeds(MODEL, same).differ()).isFalse();
    }

    @Test
    void requirementsOfSeveralSizingsAreAdded() {
        Sizing lax = new Sizing(0.5, 1);
        AllocationPolicy policy =
                builder().type(COPY, TypePolicy.STANDARD.sizedBy(lax)).build();
        Sizing pool = policy.sizing().sizing(EU, Resource.COMPUTE);
        double expected =
                alone(pool, 2, RateForecast.sum(List.of(rate(10, 3), rate(5, 4)))) + alone(lax, 0, rate(20, 8));
        Need need = refined(policy, 0);
        assertThat(need.forecast().getAsDouble()).isCloseTo(expected, within(1e-9 * expected));
        assertThat(need.byPriority()).isEmpty();
    }

    @Test
    void eachPrioritysNeedIsThatOfItsTypesByThemselves() {
        AllocationPolicy policy = builder()
                .type(COPY, TypePolicy.of(Priority.BACKGROUND))
                .type(SYNC, TypePolicy.of(Priority.ELASTIC))
                .build();
        Sizing pool = policy.sizing().sizing(EU, Resource.COMPUTE);
        Need need = refined(policy, 0);
        assertThat(need.byPriority().get(Priority.INTERACTIVE)).isCloseTo(alone(pool, 2, rate(10, 3)), within(1e-9));
        assertThat(need.byPriority().get(Priority.ELASTIC)).isCloseTo(alone(pool, 0, rate(5, 4)), within(1e-9));
        assertThat(need.byPriority().get(Priority.BACKGROUND)).isCloseTo(alone(pool, 0, rate(20, 8)), within(1e-9));
        assertThat(need.untilLead()).isEqualTo(1);
        assertThat(refined(policy, 1000).byPriority().values())
                .as("what is measured counts")
                .containsOnly(1000.0);
    }

    @Test
    void sharesGoToInteractiveFirst() {
        Need need = new Need(
                OptionalDouble.of(30),
                0,
                0,
                Map.of(Priority.INTERACTIVE, 8.0, Priority.ELASTIC, 10.0, Priority.BACKGROUND, 12.0));
        for (double target : new double[] {0, 5, 8, 15, 18, 25, 40}) {
            Map<Priority, Double> shares =
                    new ResourceDecision(EU, Resource.COMPUTE, need, 0, target, List.of()).shares();
            assertThat(shares.get(Priority.INTERACTIVE)).isEqualTo(Math.min(8, target));
            assertThat(shares.get(Priority.ELASTIC)).isEqualTo(Math.max(0, Math.min(10, target - 8)));
            assertThat(shares.get(Priority.BACKGROUND)).isEqualTo(Math.max(0, Math.min(12, target - 18)));
        }
        assertThat(new ResourceDecision(EU, Resource.COMPUTE, Need.UNKNOWN, 0, 9, List.of()).shares())
                .isEmpty();
    }
}
