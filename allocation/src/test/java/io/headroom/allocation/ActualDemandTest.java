package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FLOW;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.MINUTES;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.fleet;
import static io.headroom.allocation.Fixtures.fours;
import static io.headroom.allocation.Fixtures.group;
import static io.headroom.allocation.Fixtures.policy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import io.headroom.spi.Utilisation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActualDemandTest {
    private static final Flow OTHER = Flow.of("eu", "us", "batch");
    private static final NodeGroup AMERICA = group("us-ones", US, Resources.compute(1));
    private static final NodeGroup WIRE = group("wire", LINK, Resources.bandwidth(1));
    private static final FlowDemand COST =
            FlowDemand.perTransaction(Resources.compute(2), Resources.compute(1), Resources.bandwidth(10));
    private static final AllocationPolicy POLICY =
            policy(ResourcePolicy.builder().targetUtilisation(0.5), fours(), AMERICA, WIRE);

    private static Instant minute(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }

    private static Map<Location, Resources> required(DemandModel model, Telemetry telemetry) {
        return new ActualDemand(model, POLICY)
                .required(telemetry, MINUTES, fleet(Map.of(fours(), new Stock(3, 2, 4, 0))));
    }

    private static double eu(Telemetry telemetry) {
        return required(DemandModel.uniform(COST), telemetry).get(EU).compute();
    }

    private static Telemetry telemetry(int completeMinutes, RateObservation... rates) {
        return new Telemetry(minute(completeMinutes), List.of(rates), List.of());
    }

    @Test
    void ratesCostAtBothEndsAndOnTheLinkAtTheTargetUtilisation() {
        Map<Location, Resources> required =
                required(DemandModel.uniform(COST), telemetry(1, RateObservation.of(FLOW, NOON, 3)));
        assertEquals(Resources.compute(12), required.get(EU));
        assertEquals(Resources.compute(6), required.get(US));
        assertEquals(Resources.bandwidth(60), required.get(LINK));
    }

    @Test
    void volumeCosts() {
        FlowDemand cost = COST.perByte(Resources.compute(0.1), Resources.NONE, Resources.NONE);
        RateObservation o = new RateObservation(FLOW, NOON, 3, OptionalDouble.of(100));
        assertEquals(
                2 * (6 + 10),
                required(DemandModel.uniform(cost), telemetry(1, o)).get(EU).compute(),
                1e-12);
    }

    @Test
    void onlyTheNewestRateOfAFlowCountsAndOnlyOnce() {
        RateObservation old = RateObservation.of(FLOW, minute(0), 50);
        RateObservation last = RateObservation.of(FLOW, minute(2), 3);
        assertEquals(12, eu(telemetry(3, old, last)));
        assertEquals(12, eu(telemetry(3, last, old, last)), "order and repetition make no difference");
        RateObservation early = RateObservation.of(FLOW, minute(3), 7);
        assertEquals(28, eu(telemetry(3, last, early)));
        assertEquals(28, eu(telemetry(3, early, last)));
    }

    @Test
    void aFlowThatWasSilentSinceBeforeTheLastCompleteStepIsLeftOut() {
        RateObservation gone = RateObservation.of(FLOW, minute(1), 50);
        assertEquals(0, eu(telemetry(3, gone)));
        assertEquals(200, eu(telemetry(2, gone)));
    }

    @Test
    void aStepThatIsNotCompleteDoesNotHideTheFlowsThatAreLate() {
        RateObservation late = RateObservation.of(FLOW, minute(2), 3);
        RateObservation early = RateObservation.of(OTHER, minute(3), 5);
        assertEquals(4 * (3 + 5), eu(telemetry(3, late, early)));
    }

    @Test
    void theBaseIsNeededWithoutAnyTraffic() {
        DemandModel model = new DemandModel() {
            @Override
            public FlowDemand demand(Flow flow) {
                return COST;
            }

            @Override
            public Resources base(Location location) {
                return location.equals(EU) ? Resources.compute(5) : Resources.NONE;
            }
        };
        assertEquals(10, required(model, telemetry(1)).get(EU).compute());
        assertEquals(
                10 + 12,
                required(model, telemetry(1, RateObservation.of(FLOW, NOON, 3)))
                        .get(EU)
                        .compute());
    }

    @Test
    void measuredUseOfWhatIsAllocatedCountsWhereItIsMore() {
        RateObservation rate = RateObservation.of(FLOW, NOON, 3);
        Telemetry busy = new Telemetry(minute(1), List.of(rate), List.of(new Utilisation(EU, Resource.COMPUTE, 0.9)));
        Telemetry idle = new Telemetry(minute(1), List.of(rate), List.of(new Utilisation(EU, Resource.COMPUTE, 0.1)));
        assertEquals(0.9 * 12 / 0.5, eu(busy), 1e-12);
        assertEquals(12, eu(idle));
    }

    @Test
    void placesThatThePolicyDoesNotKnowAreLeftOut() {
        Flow away = Flow.of("mars", "eu", "api");
        Telemetry t = new Telemetry(
                minute(1),
                List.of(RateObservation.of(away, NOON, 3)),
                List.of(new Utilisation(Region.of("mars"), Resource.COMPUTE, 1)));
        Map<Location, Resources> required = required(DemandModel.uniform(COST), t);
        assertEquals(Set.of(EU, US, LINK), required.keySet());
        assertEquals(6, required.get(EU).compute());
    }
}
