package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.group;
import static io.headroom.allocation.World.ONES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resources;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One allocator a region over one prediction service: both ends of a pair move in the same step, as if one had planned them. */
class RegionalAllocatorsTest {
    private static final NodeGroup WEST = group("us-twos", US, Resources.compute(2));
    private static final NodeGroup WIRE = group("wire", LINK, Resources.bandwidth(5));
    private static final DemandModel BOTH_ENDS = DemandModel.uniform(
            FlowDemand.perTransaction(Resources.compute(1), Resources.compute(3), Resources.bandwidth(10)));
    private static final AllocationPolicy POLICY = Fixtures.policy(ResourcePolicy.builder(), ONES, WEST, WIRE);

    private final World world = new World();

    private Allocator of(String name, Region... regions) {
        return world.allocator()
                .name(name)
                .regions(regions)
                .policy(POLICY)
                .demand(BOTH_ENDS)
                .build();
    }

    @Test
    void bothEndsAndTheLinkMoveInTheSameStep() {
        Allocator east = of("east", EU);
        Allocator west = of("west", US);
        for (double rate : new double[] {14, 31, 12}) {
            world.forecasts.put(LINK, rate);
            world.rates.put(Fixtures.FLOW, 1.0);
            Decision whole = of("whole").preview().decision().get();
            List<ResourceDecision> parts = new ArrayList<>();
            parts.addAll(east.runOnce().decision().get().resources());
            parts.addAll(west.runOnce().decision().get().resources());
            assertEquals(new HashSet<>(whole.resources()), new HashSet<>(parts), "at rate " + rate);
            assertEquals((int) rate, world.allocated(ONES));
            assertEquals((int) Math.ceil(3 * rate / 2), world.allocated(WEST));
            assertEquals((int) (2 * rate), world.allocated(WIRE));
            world.advance(Duration.ofMinutes(1));
        }
        assertEquals(Set.of("east", "west"), names());
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        world.applied.forEach(c -> names.add(c.key().substring(0, 4)));
        return names;
    }

    @Test
    void aFlowOfAThirdRegionMovesTheSharedEndOnly() {
        world.forecasts.put(LINK, 10.0);
        world.forecasts.put(RegionPair.of("us", "ap"), 4.0);
        of("east", EU).runOnce();
        of("west", US).runOnce();
        assertEquals(10, world.allocated(ONES));
        assertEquals((30 + 4) / 2, world.allocated(WEST));
    }

    @Test
    void eachHasItsOwnStateAndItsFailureDoesNotTouchTheOther() {
        world.forecasts.put(LINK, 14.0);
        Allocator east = of("east", EU);
        Allocator west = of("west", US);
        world.outcomes = done -> {
            throw new IllegalStateException("the east is out");
        };
        east.runOnce();
        world.outcomes = done -> done;
        assertEquals(CycleReport.Status.APPLIED, west.runOnce().status());
        assertEquals(
                1,
                StateCodec.decode("west", world.store.load("west").get().bytes())
                        .sequence());
        assertEquals(
                "east-1-1",
                StateCodec.decode("east", world.store.load("east").get().bytes())
                        .pending()
                        .get()
                        .key());
    }
}
