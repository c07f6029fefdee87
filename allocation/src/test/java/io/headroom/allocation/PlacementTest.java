package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.group;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final NodeGroup FOURS = group("a-fours", EU, Resources.compute(4));
    private static final NodeGroup ONES = group("b-ones", EU, Resources.compute(1));
    private static final NodeGroup BUNDLE = group("c-bundle", EU, new Resources(4, 10, 0));
    private static final NodeGroup DISKS = group("d-disks", EU, Resources.storage(10));

    private static Placement start(List<NodeGroup> groups, Map<NodeGroup, Integer> quotas, int... allocated) {
        Stock[] stocks = new Stock[allocated.length];
        for (int i = 0; i < allocated.length; i++) {
            stocks[i] = new Stock(allocated[i], 0, 0, 0);
        }
        return start(groups, quotas, stocks);
    }

    private static Placement start(List<NodeGroup> groups, Map<NodeGroup, Integer> quotas, Stock... stocks) {
        Map<NodeGroup, Stock> all = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            all.put(groups.get(i), stocks[i]);
        }
        return Placement.allocated(groups, new FleetObservation(NOON, all, quotas));
    }

    private static List<Integer> compute(Placement placement, List<NodeGroup> groups, double amount) {
        placement.place(Map.of(Resource.COMPUTE, amount), Map.of(), true);
        return groups.stream().map(placement::units).toList();
    }

    @Test
    void growthGoesToTheFirstGroupThenSpillsAtItsQuota() {
        List<NodeGroup> groups = List.of(FOURS, ONES);
        assertEquals(List.of(5, 0), compute(start(groups, Map.of(), 1, 0), groups, 18));
        assertEquals(List.of(3, 6), compute(start(groups, Map.of(FOURS, 3), 1, 0), groups, 18));
        Placement both = start(groups, Map.of(FOURS, 3, ONES, 2), 1, 0);
        assertEquals(List.of(3, 2), compute(both, groups, 18));
        assertTrue(both.full(Resource.COMPUTE));
        assertEquals(14, both.supply(Resource.COMPUTE));
    }

    @Test
    void aGroupAboveItsQuotaKeepsItsUnitsButGetsNoMore() {
        List<NodeGroup> groups = List.of(FOURS, ONES);
        assertEquals(List.of(5, 4), compute(start(groups, Map.of(FOURS, 2), 5, 0), groups, 24));
        assertEquals(List.of(5, 0), compute(start(groups, Map.of(FOURS, 2), 5, 0), groups, 18));
    }

    @Test
    void shrinkingTakesFromTheLastGroupFirst() {
        List<NodeGroup> groups = List.of(FOURS, ONES);
        assertEquals(List.of(2, 1), compute(start(groups, Map.of(), 2, 5), groups, 9));
        assertEquals(List.of(1, 0), compute(start(groups, Map.of(), 2, 5), groups, 4));
        assertEquals(List.of(0, 0), compute(start(groups, Map.of(), 2, 5), groups, 0));
    }

    @Test
    void amountsAreRoundedUpToUnitsButNotForRoundingErrors() {
        assertEquals(3, Placement.unitsFor(8.000001, 4));
        assertEquals(2, Placement.unitsFor(8 + 1e-12, 4));
        assertEquals(3, Placement.unitsFor(0.1 + 0.2, 0.1));
        assertEquals(0, Placement.unitsFor(0, 4));
        assertEquals(1, Placement.unitsFor(1e-6, 4));
        assertEquals(Integer.MAX_VALUE, Placement.unitsFor(Double.MAX_VALUE, 1e-300));
        assertEquals(Integer.MAX_VALUE, Placement.unitsFor(1e300, 1));
    }

    @Test
    void oneUnitMayServeSeveralResourcesAndStaysForTheOneThatNeedsItMost() {
        List<NodeGroup> groups = List.of(BUNDLE, DISKS);
        Placement placement = start(groups, Map.of(), 1, 0);
        placement.place(Map.of(Resource.COMPUTE, 9.0, Resource.STORAGE, 45.0), Map.of(), true);
        assertEquals(5, placement.units(BUNDLE) + placement.units(DISKS));
        assertTrue(placement.supply(Resource.COMPUTE) >= 9 && placement.supply(Resource.STORAGE) >= 45);
        Placement less = start(groups, Map.of(), 3, 2);
        less.place(Map.of(Resource.COMPUTE, 2.0, Resource.STORAGE, 25.0), Map.of(), true);
        assertEquals(3, less.units(BUNDLE), "storage needs three units, and the last group goes first");
        assertEquals(0, less.units(DISKS));
    }

    @Test
    void aChangeOfPreferenceAloneMovesNothing() {
        List<NodeGroup> before = List.of(ONES, FOURS);
        List<NodeGroup> after = List.of(FOURS, ONES);
        assertEquals(List.of(0, 8), compute(start(after, Map.of(), 0, 8), after, 8));
        assertEquals(List.of(8, 0), compute(start(before, Map.of(), 8, 0), before, 8));
    }

    @Test
    void usableUnitsStayUntilWhatReplacesThemIsUsable() {
        List<NodeGroup> groups = List.of(FOURS, ONES);
        Stock booting = new Stock(0, 2, 0, 0);
        assertEquals(List.of(0, 8), compute(start(groups, Map.of(), booting, new Stock(8, 0, 0, 0)), groups, 8));
        assertEquals(List.of(2, 8), compute(start(groups, Map.of(), booting, new Stock(8, 0, 0, 0)), groups, 16));
        Stock ready = new Stock(2, 0, 0, 0);
        assertEquals(List.of(2, 0), compute(start(groups, Map.of(), ready, new Stock(8, 0, 0, 0)), groups, 8));
    }

    @Test
    void growthInBundlesDoesNotRemoveWhatItWillReplaceBeforeItHasBooted() {
        List<NodeGroup> groups = List.of(BUNDLE, DISKS);
        Map<Resource, Double> amounts = Map.of(Resource.COMPUTE, 8.0, Resource.STORAGE, 20.0);
        Placement now = start(groups, Map.of(), 0, 2);
        now.place(amounts, Map.of(), true);
        assertEquals(2, now.units(BUNDLE));
        assertEquals(2, now.units(DISKS), "the bundles that make them idle are only booting");
        Placement later = start(groups, Map.of(), 2, 2);
        later.place(amounts, Map.of(), true);
        assertEquals(0, later.units(DISKS));
        Placement warm = start(groups, Map.of(), new Stock(0, 0, 2, 0), new Stock(2, 0, 0, 0));
        warm.place(amounts, Map.of(), true);
        assertEquals(0, warm.units(DISKS), "warm bundles are usable at once");
    }

    @Test
    void bootingUnitsAreCancelledBeforeUsableOnesGo() {
        List<NodeGroup> groups = List.of(FOURS, ONES);
        Placement placement = start(groups, Map.of(), new Stock(1, 3, 0, 0), new Stock(4, 0, 0, 0));
        assertEquals(List.of(2, 4), compute(placement, groups, 12));
    }

    @Test
    void aMaximumHoldsInWholeUnitsAndTakesAwayWhatIsAboveIt() {
        List<NodeGroup> groups = List.of(FOURS, ONES);
        Map<Resource, Double> most = Map.of(Resource.COMPUTE, 10.0);
        Placement grown = start(groups, Map.of(), 0, 0);
        grown.place(Map.of(Resource.COMPUTE, 10.0), most, true);
        assertEquals(10, grown.supply(Resource.COMPUTE));
        Placement fours = start(List.of(FOURS), Map.of(), 0);
        fours.place(Map.of(Resource.COMPUTE, 10.0), most, true);
        assertEquals(2, fours.units(FOURS));
        assertFalse(fours.full(Resource.COMPUTE));
        Placement above = start(groups, Map.of(), 2, 5);
        above.place(Map.of(Resource.COMPUTE, 10.0), most, true);
        assertEquals(List.of(2, 2), groups.stream().map(above::units).toList());
        Placement blind = start(groups, Map.of(), 2, 5);
        blind.place(Map.of(Resource.COMPUTE, 0.0), most, false);
        assertEquals(List.of(2, 5), groups.stream().map(blind::units).toList());
    }

    @Test
    void theMaximumOfOneResourceLimitsUnitsThatBringAnother() {
        List<NodeGroup> groups = List.of(BUNDLE, ONES);
        Placement placement = start(groups, Map.of(), 0, 0);
        placement.place(Map.of(Resource.COMPUTE, 12.0, Resource.STORAGE, 0.0), Map.of(Resource.STORAGE, 10.0), true);
        assertEquals(List.of(1, 8), groups.stream().map(placement::units).toList());
    }

    @Test
    void warmUnitsFillTheRoomThatAllocatedOnesLeave() {
        List<NodeGroup> groups = List.of(FOURS, ONES);
        FleetObservation fleet = new FleetObservation(NOON, Map.of(FOURS, new Stock(2, 0, 0, 0)), Map.of(FOURS, 3));
        Placement warm = Placement.warm(groups, fleet, Placement.allocated(groups, fleet));
        warm.grow(Resource.COMPUTE, 6, Map.of());
        assertEquals(List.of(1, 2), groups.stream().map(warm::units).toList());
    }
}
