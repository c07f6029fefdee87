package io.headroom.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.Reason;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.ResourcePolicyBuilder;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resources;
import io.headroom.core.Rung;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionType;
import io.headroom.spi.Deadline;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.PredictionService;
import io.headroom.spi.RateObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Both ends of a pair and its link, when one of the three gets less than it asks for. One unit each serves one transaction a second. */
class PartnerLoopTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(1));
    private static final Instant START = Network.START;
    private static final RegionPair LINK = RegionPair.of("eu", "us");
    private static final TransactionType API = TransactionType.of("api");
    private static final NodeGroup EU = group("eu-ones", Region.of("eu"), Resources.compute(1));
    private static final NodeGroup US = group("us-ones", Region.of("us"), Resources.compute(1));
    private static final NodeGroup WIRE = group("wire", LINK, Resources.bandwidth(1));
    private static final ResourcePolicyBuilder SLOW = ResourcePolicy.builder().downCooldown(Duration.ofMinutes(30));

    private static NodeGroup group(String name, Location at, Resources unit) {
        return new NodeGroup(name, at, NodeGroup.Kind.VM, unit);
    }

    /** A pair of regions whose forecast and whose traffic a test sets. */
    private static final class Pair implements PredictionService {
        final SimulatedClock clock = new SimulatedClock(START);
        final SimulatedFleet fleet;
        final ShortFleet scarce;
        final Witness witness;
        final Allocator allocator;
        double forecast = 10;
        double traffic = 10;
        boolean silent;

        Pair(ResourcePolicyBuilder rules, Map<NodeGroup, Integer> quotas, int start) {
            SimulatedFleetBuilder b = SimulatedFleet.builder(GRID, clock)
                    .leadTime(Duration.ofMinutes(5))
                    .workload(
                            List.of(new Flow(LINK, API)),
                            (flow, at, step) -> silent ? OptionalDouble.empty() : OptionalDouble.of(traffic));
            AllocationPolicy policy = AllocationPolicy.builder()
                    .standard(rules.build())
                    .place(EU)
                    .place(US)
                    .place(WIRE)
                    .build();
            List.of(EU, US, WIRE).forEach(group -> b.group(group, start));
            quotas.forEach(b::quota);
            fleet = b.build();
            scarce = new ShortFleet(fleet);
            witness = new Witness(scarce, policy);
            allocator = Allocator.builder()
                    .predictions(this)
                    .telemetry(fleet)
                    .provisioner(witness)
                    .listener(witness)
                    .demand(DemandModel.uniform(FlowDemand.perTransaction(
                            Resources.compute(1), Resources.compute(1), Resources.bandwidth(1))))
                    .policy(policy)
                    .clock(clock)
                    .build();
        }

        @Override
        public TimeGrid grid() {
            return GRID;
        }

        @Override
        public List<PredictionData> predict(PredictionRequest request, Deadline deadline) {
            double[] rates = new double[request.horizon()];
            Arrays.fill(rates, forecast);
            RateForecast certain = RateForecast.certain(GRID, GRID.index(request.from()), rates);
            return List.of(PredictionData.of(LINK, 1, 0.95, Map.of(API, certain), Map.of(), Rung.FULL));
        }

        @Override
        public void update(List<RateObservation> observations, Deadline deadline) {}

        /** One cycle; what the three have then, on its way or usable: source, link, destination. */
        List<Integer> cycle() {
            CycleReport report = allocator.runOnce();
            assertEquals(List.of(), report.problems());
            assertEquals(List.of(), witness.violations);
            clock.advance(GRID.step());
            return List.of(paid(EU), paid(WIRE), paid(US));
        }

        int paid(NodeGroup group) {
            return fleet.truth().stock(group).committed();
        }

        Set<Reason.Rule> rules(NodeGroup group) {
            Set<Reason.Rule> rules = new TreeSet<>();
            CycleReport last = witness.reports.get(witness.reports.size() - 1);
            last.decision().orElseThrow().resources().stream()
                    .filter(r -> r.location().equals(group.location()))
                    .forEach(r -> r.reasons().forEach(reason -> rules.add(reason.rule())));
            return rules;
        }
    }

    private static Pair pair() {
        return new Pair(ResourcePolicy.builder(), Map.of(), 10);
    }

    @Test
    void withRoomEverywhereAllThreeMoveInTheSameStep() {
        Pair pair = pair();
        pair.forecast = 14;
        assertEquals(List.of(14, 14, 14), pair.cycle());
    }

    @Test
    void whatBothEndsGotIsReleasedOneStepAfterTheLinkIsRefused() {
        for (ResourcePolicyBuilder rules : List.of(ResourcePolicy.builder(), SLOW)) {
            Pair pair = new Pair(rules, Map.of(), 10);
            pair.scarce.limits.put(WIRE, 10);
            pair.forecast = 14;
            assertEquals(List.of(14, 10, 14), pair.cycle(), "asked together; the link is refused");
            assertEquals(List.of(10, 10, 10), pair.cycle(), "the increments go with the next decision");
            assertTrue(pair.rules(EU).contains(Reason.Rule.PARTNER), "says " + pair.rules(EU));
            for (int i = 0; i < 60; i++) {
                assertEquals(List.of(10, 10, 10), pair.cycle(), "and do not come back while it is refused");
            }
        }
    }

    @Test
    void aCooldownDoesNotKeepWhatCannotBeUsed() {
        Pair pair = new Pair(SLOW, Map.of(), 10);
        pair.scarce.limits.put(WIRE, 10);
        pair.forecast = 14;
        pair.cycle();
        pair.cycle();
        assertTrue(pair.rules(EU).containsAll(Set.of(Reason.Rule.COOLDOWN, Reason.Rule.UNUSABLE)));
    }

    @Test
    void askedEightGrantedThreeLeavesThreeEverywhere() {
        Pair pair = new Pair(ResourcePolicy.builder(), Map.of(), 0);
        pair.traffic = 0;
        pair.forecast = 8;
        pair.scarce.limits.put(US, 3);
        assertEquals(List.of(8, 8, 3), pair.cycle());
        assertEquals(List.of(3, 3, 3), pair.cycle());
    }

    @Test
    void aQuotaIsKnownBeforeAnythingIsAsked() {
        Pair pair = new Pair(ResourcePolicy.builder(), Map.of(US, 3), 0);
        pair.traffic = 0;
        pair.forecast = 8;
        assertEquals(List.of(3, 3, 3), pair.cycle());
        assertTrue(pair.rules(WIRE).contains(Reason.Rule.PARTNER));
        pair.forecast = 2;
        assertEquals(List.of(2, 2, 2), pair.cycle(), "scale-down is never blocked");
    }

    @Test
    void measuredTrafficIsServedWhateverTheOtherEndCanUse() {
        Pair pair = pair();
        pair.scarce.limits.put(WIRE, 10);
        pair.forecast = 14;
        pair.traffic = 12;
        pair.cycle();
        assertEquals(List.of(12, 10, 12), pair.cycle());
        assertTrue(pair.rules(EU).contains(Reason.Rule.ACTUAL_DEMAND));
    }

    @Test
    void nothingIsReleasedWhileBlind() {
        Pair pair = pair();
        pair.scarce.limits.put(WIRE, 10);
        pair.forecast = 14;
        pair.cycle();
        pair.silent = true;
        for (int i = 0; i < 30; i++) {
            assertEquals(List.of(14, 10, 14), pair.cycle(), "cycle " + i);
        }
        pair.silent = false;
        pair.cycle();
        assertEquals(List.of(10, 10, 10), pair.cycle(), "with sight back");
    }

    @Test
    void aPassingRefusalHoldsThePairDownForTwoCycles() {
        Pair pair = pair();
        pair.scarce.limits.put(WIRE, 10);
        pair.forecast = 14;
        pair.cycle();
        pair.scarce.limits.clear();
        assertEquals(List.of(10, 14, 10), pair.cycle(), "the link is asked again, and has room");
        assertEquals(List.of(14, 14, 14), pair.cycle());
    }

    @Test
    void twoThatAreShortDoNotHoldEachOtherDownForEver() {
        Pair pair = pair();
        pair.scarce.limits.putAll(Map.of(WIRE, 12, US, 11));
        pair.forecast = 14;
        pair.cycle();
        assertEquals(List.of(11, 11, 11), pair.cycle(), "the smallest of the three");
        pair.scarce.limits.clear();
        int cycles = 0;
        while (!pair.cycle().equals(List.of(14, 14, 14))) {
            assertTrue(++cycles < 15, "after " + cycles + " cycles");
        }
    }

    @Test
    void aDeadPartnerDrawsNothingUpAndComesBackWithItsPair() {
        Pair pair = pair();
        pair.cycle();
        pair.scarce.kill(US);
        pair.forecast = 14;
        assertEquals(List.of(14, 14, 0), pair.cycle(), "nobody knows yet that it will be refused");
        assertEquals(List.of(10, 10, 0), pair.cycle(), "traffic that is measured keeps what it needs");
        pair.traffic = 4;
        assertEquals(List.of(4, 4, 0), pair.cycle(), "and as it goes the rest goes, by the ordinary rules");
        pair.scarce.limits.clear();
        assertEquals(List.of(4, 4, 14), pair.cycle());
        assertEquals(List.of(14, 14, 14), pair.cycle());
    }
}
