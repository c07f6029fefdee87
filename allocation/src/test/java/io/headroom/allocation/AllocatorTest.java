package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FLOW;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.MINUTES;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.policy;
import static io.headroom.allocation.World.ONES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.CycleReport.Status;
import io.headroom.core.PredictionData;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.core.TimeGrid;
import io.headroom.spi.Deadline;
import io.headroom.spi.Outcome;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.PredictionService;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AllocatorTest {
    private final World world = new World();

    private static List<String> problems(CycleReport report) {
        return report.problems().stream().map(Problem::step).toList();
    }

    @Test
    void aCycleGoesThroughTheLoopInItsOrder() {
        world.forecasts.put(LINK, 14.0);
        CycleReport report = world.allocator().build().runOnce();
        assertEquals(
                List.of("load", "fleet", "rates", "update", "predict", "save intent", "apply", "save"), world.calls);
        assertEquals(Status.APPLIED, report.status());
        assertEquals(NOON, report.at());
        assertEquals(14, world.allocated(ONES));
        assertEquals(List.of(new Outcome.Accepted(ONES, 14, 0)), report.outcomes());
        assertEquals(1, report.predictions().size());
        assertEquals(List.of(), report.problems());
    }

    @Test
    void withoutAChangeNothingIsApplied() {
        CycleReport report = world.allocator().build().runOnce();
        assertEquals(List.of("load", "fleet", "rates", "update", "predict", "save"), world.calls);
        assertEquals(Status.UNCHANGED, report.status());
        assertFalse(report.decision().get().changes());
    }

    @Test
    void aPreviewDecidesAndChangesNothing() {
        world.forecasts.put(LINK, 14.0);
        Allocator allocator = world.allocator().build();
        CycleReport report = allocator.preview();
        assertEquals(Status.PREVIEW, report.status());
        assertEquals(List.of("load", "fleet", "rates", "update", "predict"), world.calls);
        assertEquals(Map.of("ones", "14+0"), Fixtures.targets(report.decision().get()));
        assertEquals(10, world.allocated(ONES));
        assertTrue(world.store.load("headroom").isEmpty());
        assertEquals(report.decision(), allocator.runOnce().decision(), "a cycle at the same moment decides the same");
    }

    @Test
    void whatListenersThrowIsContainedAndTheNextOneIsTold() {
        List<CycleReport> told = new ArrayList<>();
        CycleReport report = world.allocator()
                .listener(r -> {
                    throw new IllegalStateException("a defect");
                })
                .listener(told::add)
                .build()
                .runOnce();
        assertEquals(List.of(report), told);
        assertEquals(Status.UNCHANGED, report.status());
    }

    @Test
    void theRatesOfEachStepAreFedBackAndTheLastCompleteOneIsAlwaysAsked() {
        Allocator allocator = world.allocator().catchUp(Duration.ofMinutes(3)).build();
        allocator.runOnce();
        assertEquals(
                List.of(NOON.minusSeconds(240), NOON.minusSeconds(180), NOON.minusSeconds(120), NOON.minusSeconds(60)),
                world.fed);
        world.fed.clear();
        world.advance(Duration.ofMinutes(1));
        allocator.runOnce();
        assertEquals(List.of(NOON.minusSeconds(60), NOON), world.fed);
    }

    @Test
    void anIntervalShorterThanAStepKeepsTheFloorOfActualDemand() {
        world.telemetry = t -> new Telemetry(world.now, t.rates(), t.utilisation());
        AllocationPolicy policy = AllocationPolicy.builder()
                .interval(Duration.ofSeconds(10))
                .place(ONES)
                .build();
        Allocator allocator = world.allocator().policy(policy).build();
        world.forecasts.put(LINK, 2.0);
        for (int i = 0; i < 13; i++) {
            Decision decision = allocator.runOnce().decision().get();
            assertEquals(10, world.allocated(ONES), "at " + world.now);
            assertTrue(decision.freshness().mayShrink(), "at " + world.now + ": " + decision.freshness());
            world.advance(Duration.ofSeconds(10));
        }
    }

    @Test
    void aCooldownStartsOnWhatWasAcceptedOnly() {
        AllocationPolicy policy = policy(ResourcePolicy.builder().downCooldown(Duration.ofMinutes(5)), ONES);
        Allocator allocator = world.allocator().policy(policy).build();
        world.rates.put(FLOW, 1.0);
        world.outcomes = done -> List.of(new Outcome.Rejected(ONES, "shortage"));
        world.forecasts.put(LINK, 14.0);
        allocator.runOnce();
        assertEquals(ChangeHistory.NONE, world.state().history());
        world.stocks.put(ONES, Fixtures.stock(10));
        world.forecasts.put(LINK, 8.0);
        world.outcomes = done -> done;
        allocator.runOnce();
        assertEquals(8, world.allocated(ONES), "a refusal starts no cooldown");
        assertEquals(NOON, world.state().history().of(EU, Resource.COMPUTE).down());
        world.forecasts.put(LINK, 6.0);
        world.advance(Duration.ofMinutes(5).minusMillis(1));
        assertEquals(Status.UNCHANGED, allocator.runOnce().status());
        world.advance(Duration.ofMillis(1));
        allocator.runOnce();
        assertEquals(6, world.allocated(ONES));
    }

    @Test
    void warmUnitsAreHandedOutFirstAndReplenished() {
        AllocationPolicy policy = policy(ResourcePolicy.builder().warm(3), ONES);
        world.stocks.put(ONES, new Stock(10, 0, 3, 0));
        world.forecasts.put(LINK, 12.0);
        world.allocator().policy(policy).build().runOnce();
        assertEquals(
                "[GroupTarget[group=ones, allocated=12, warm=3]]",
                world.applied.get(0).targets().toString());
    }

    @Test
    void theWindowReachesFromTheLeadTimeToTheNextDecisionsLeadTime() {
        AllocationPolicy policy = AllocationPolicy.builder()
                .leadTime(Duration.ofMinutes(5))
                .interval(Duration.ofMinutes(3))
                .place(ONES)
                .build();
        List<String> asked = new ArrayList<>();
        var predictions = new PredictionService() {
            @Override
            public TimeGrid grid() {
                return MINUTES;
            }

            @Override
            public List<PredictionData> predict(PredictionRequest request, Deadline deadline) {
                asked.add(request.leadSteps() + ".." + request.horizon());
                double[] rates = new double[request.horizon()];
                Arrays.setAll(rates, i -> i + 1);
                return List.of(Fixtures.certain(LINK, request.from(), rates));
            }

            @Override
            public void update(List<RateObservation> observations, Deadline deadline) {}
        };
        world.rates.put(FLOW, 1.0);
        Allocator allocator =
                world.allocator().policy(policy).predictions(predictions).build();
        allocator.runOnce();
        assertEquals(8, world.allocated(ONES), "12:05 to 12:08 are steps 6 to 8");
        world.advance(Duration.ofSeconds(30));
        allocator.runOnce();
        assertEquals(List.of("6..8", "6..9"), asked, "off the grid the last step is covered, too");
    }

    @Test
    void aRegionThatThePolicyDoesNotKnowIsReportedAndTheOthersGoOn() {
        world.forecasts.put(LINK, 14.0);
        world.forecasts.put(RegionPair.of("eu", "mars"), 3.0);
        world.forecasts.put(RegionPair.of("eu", "venus"), 2.0);
        CycleReport report = world.allocator().build().runOnce();
        assertEquals(List.of("policy", "policy"), problems(report));
        assertTrue(report.problems()
                .get(0)
                .message()
                .startsWith("region 'mars' must be one that the policy knows: [eu, us]"));
        assertTrue(report.problems().get(0).message().contains("Maybe "));
        assertEquals(19, world.allocated(ONES));
    }

    @Test
    void anOwnedRegionThatThePolicyDoesNotKnowIsRefusedAtOnce() {
        PolicyTest.refused(
                "region 'mars'",
                "[eu, us]",
                () -> world.allocator().regions(Region.of("mars")).build());
    }

    @Test
    void whatIsMissingOrOutOfRangeIsRefused() {
        PolicyTest.refused(
                "allocator without policy",
                "must have one",
                () -> Allocator.builder().build());
        PolicyTest.refused(
                "allocator without provisioner",
                "must have one",
                () -> Allocator.builder()
                        .policy(policy(ResourcePolicy.builder(), ONES))
                        .build());
        PolicyTest.refused(
                "allocator without demand",
                "must have one",
                () -> world.allocator().demand(null).build());
        PolicyTest.refused(
                "call timeout PT0S",
                "longer",
                () -> world.allocator().callTimeout(Duration.ZERO).build());
        PolicyTest.refused(
                "call timeout PT48H",
                "PT24H",
                () -> world.allocator().callTimeout(Duration.ofDays(2)).build());
        PolicyTest.refused(
                "catch up PT0S",
                "longer",
                () -> world.allocator().catchUp(Duration.ZERO).build());
        PolicyTest.refused(
                "state key 'a/b'",
                "letters",
                () -> world.allocator().name("a/b").build());
        AllocationPolicy farSighted = AllocationPolicy.builder()
                .leadTime(Duration.ofDays(365))
                .place(ONES)
                .build();
        PolicyTest.refused(
                "in lead time and interval",
                "2000",
                () -> world.allocator().policy(farSighted).build());
    }

    @Test
    void regionsAndTheLinksThatTheySourceAreOwned() {
        var us = Fixtures.group("us-ones", Fixtures.US, Resources.compute(1));
        var wire = Fixtures.group("wire", LINK, Resources.bandwidth(1));
        AllocationPolicy policy = policy(ResourcePolicy.builder(), ONES, us, wire);
        Allocator east = world.allocator().policy(policy).regions(EU).build();
        Allocator west = world.allocator()
                .policy(policy)
                .name("west")
                .regions(Fixtures.US)
                .build();
        assertEquals(Set.of("eu", "eu>us"), places(east.preview()));
        assertEquals(Set.of("us"), places(west.preview()));
        assertEquals(
                Set.of("eu", "us", "eu>us"),
                places(world.allocator().policy(policy).build().preview()));
    }

    private static Set<String> places(CycleReport report) {
        return report.decision().get().resources().stream()
                .map(r -> r.location().key())
                .collect(Collectors.toSet());
    }
}
